#pragma once

#include <filesystem>

namespace talentsim {

/// Goes on in a child of this process, so that a file that is damaged inside, on which the HDF5
/// library itself may crash, is an error like any other. Before any thread is started.
///
/// Returns in the child. The parent waits, and ends as the child does.
/// @throws InputError  in the parent, where the child has crashed: the file is damaged
void survive_crashes_over(std::filesystem::path const& file);

} // namespace talentsim
