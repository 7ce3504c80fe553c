#pragma once

namespace talentsim {

/// Whether the system still gives this process the memory that threads and the library for HDF5
/// take when they start, which end the program without a word if they do not get it.
///
/// @throws InputError that names the limit
void must_have_memory_reserve();

} // namespace talentsim
