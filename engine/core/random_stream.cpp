#include "engine/core/random_stream.hpp"

namespace talentsim {

void RandomStream::draw_blocks() noexcept {
    next_blocks(key_, address_, next_block_, blocks_);
    next_block_ += blocks_at_once;
    used_ = 0;
    drawn_ = words_of_block * blocks_at_once;
}

} // namespace talentsim
