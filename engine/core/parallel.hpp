#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <thread>
#include <vector>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/parallel_sort.h>
#include <oneapi/tbb/partitioner.h>

namespace talentsim {

/// In which order a loop visits its agents. Every order must give the same market; the serial ones
/// exist so that a test can prove it on one core.
enum class Visit { parallel, forwards, backwards };

/// Agents per task. Fixed, so that loops split at the same places for any number of threads.
inline constexpr std::size_t grain_size = 4096;

/// While it lives, loops use at most this many threads.
class ThreadLimit {
  public:
    explicit ThreadLimit(std::size_t threads)
        : control_{tbb::global_control::max_allowed_parallelism, threads} {}

  private:
    tbb::global_control control_;
};

/// Threads that the machine, or the container, gives this process.
[[nodiscard]] inline std::size_t available_threads() {
    return static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
}

namespace detail {

#ifdef TALENTSIM_PLAIN_THREADS
/// Four plain threads instead of TBB: Debian's libtbb is not built for ThreadSanitizer, which then
/// reports races where there are none. For the `races` preset only.
template <class Body>
void run_tasks(std::size_t n, Body const& body) {
    constexpr std::size_t n_threads = 4;
    if (n == 0) {
        return;
    }
    std::array<std::jthread, n_threads> threads;
    for (std::size_t t = 0; t != n_threads; ++t) {
        threads[t] = std::jthread{[&body, n, t] {
            for (std::size_t i = n * t / n_threads; i != n * (t + 1) / n_threads; ++i) {
                body(i);
            }
        }};
    }
}
#else
template <class Body>
void run_tasks(std::size_t n, Body const& body) {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, 1),
                      [&](tbb::blocked_range<std::size_t> const& range) {
                          for (std::size_t i = range.begin(); i != range.end(); ++i) {
                              body(i);
                          }
                      });
}
#endif

/// Call body(task) for each of n tasks in the given order.
template <class Body>
void visit_tasks(Visit order, std::size_t n, Body const& body) {
    if (order == Visit::parallel && n > 1) {
        run_tasks(n, body);
        return;
    }
    for (std::size_t i = 0; i != n; ++i) {
        body(order == Visit::backwards ? n - 1 - i : i);
    }
}

inline std::size_t n_chunks(std::size_t n) { return (n + grain_size - 1) / grain_size; }

/// Call body(i) for the indices in [begin, end), upwards or downwards.
template <class Body>
void visit_range(Visit order, std::size_t begin, std::size_t end, Body const& body) {
    if (order == Visit::backwards) {
        for (std::size_t i = end; i != begin; --i) {
            body(i - 1);
        }
    } else {
        for (std::size_t i = begin; i != end; ++i) {
            body(i);
        }
    }
}

/// Call body(i) for the indices of one chunk, upwards or downwards.
template <class Body>
void visit_chunk(Visit order, std::size_t n, std::size_t chunk, Body const& body) {
    std::size_t const begin = chunk * grain_size;
    visit_range(order, begin, std::min(n, begin + grain_size), body);
}

} // namespace detail

/// Call body(i) once for each i in [0, n).
///
/// body may write only slot i of its outputs, and read only what no other call writes.
template <class Body>
void for_each_index(Visit order, std::size_t n, Body const& body) {
    detail::visit_tasks(order, detail::n_chunks(n),
                        [&](std::size_t chunk) { detail::visit_chunk(order, n, chunk, body); });
}

/// As for_each_index, one task per index: for few indices with much work each.
template <class Body>
void for_each_task(Visit order, std::size_t n, Body const& body) {
    detail::visit_tasks(order, n, body);
}

/// Sort by an order in which only equal items tie, so that there is one result.
template <class Item, class Before>
void sort_in_parallel([[maybe_unused]] Visit order, std::vector<Item>& items,
                      Before const& goes_before) {
#ifndef TALENTSIM_PLAIN_THREADS
    if (order == Visit::parallel) {
        tbb::parallel_sort(items.begin(), items.end(), goes_before);
        return;
    }
#endif
    std::sort(items.begin(), items.end(), goes_before);
}

/// Lists grown in parallel and read in order. Kept from month to month so that its memory is
/// reused.
template <class Item>
class Collector {
  public:
    /// Call body(i, emit) for each i in [0, n); body calls emit(item) any number of times, and may
    /// fill in the item, to which emit returns a reference, until it emits the next. The
    /// items of `out` then stand in the order of i, those of one i in the order they were emitted:
    /// the same list for any order of visits and any number of threads.
    template <class Body>
    void collect(Visit order, std::size_t n, std::vector<Item>& out, Body const& body) {
        auto const nothing = [] { return 0; };
        auto const one_by_one = [&](int, std::size_t begin, std::size_t end,
                                    std::vector<Item>& items) {
            auto const start = items.size();
            detail::visit_range(order, begin, end, [&](std::size_t i) {
                auto const before = items.size();
                body(i, [&](Item const& item) -> Item& { return items.emplace_back(item); });
                turn_if_backwards(order, items, before);
            });
            turn_if_backwards(order, items, start);
        };
        collect_in_batches(order, n, grain_size, out, nothing, one_by_one);
    }

    /// The same where neighbours share work: body(state, begin, end, items) looks at the indices
    /// [begin, end) of a batch, of at most `size`, and appends to `items` in their order.
    ///
    /// @param size   divides grain_size
    /// @param fresh  makes a `state`; each task has its own
    template <class Fresh, class Body>
    void collect_in_batches(Visit order, std::size_t n, std::size_t size, std::vector<Item>& out,
                            Fresh const& fresh, Body const& body) {
        std::size_t const chunks = detail::n_chunks(n);
        if (chunks_.size() < chunks) {
            chunks_.resize(chunks);
        }
        detail::visit_tasks(order, chunks, [&](std::size_t chunk) {
            auto& items = chunks_[chunk];
            items.clear();
            auto state = fresh();
            std::size_t const end = std::min(n, (chunk + 1) * grain_size);
            std::size_t const batches = (end - chunk * grain_size + size - 1) / size;
            detail::visit_range(order, 0, batches, [&](std::size_t b) {
                std::size_t const first = chunk * grain_size + b * size;
                auto const before = items.size();
                body(state, first, std::min(end, first + size), items);
                turn_if_backwards(order, items, before);
            });
            turn_if_backwards(order, items, 0);
        });
        starts_.assign(chunks + 1, 0);
        for (std::size_t chunk = 0; chunk != chunks; ++chunk) {
            starts_[chunk + 1] = starts_[chunk] + chunks_[chunk].size();
        }
        out.resize(starts_[chunks]);
        detail::visit_tasks(order, chunks, [&](std::size_t chunk) {
            std::copy(chunks_[chunk].begin(), chunks_[chunk].end(),
                      out.begin() + static_cast<std::ptrdiff_t>(starts_[chunk]));
        });
    }

  private:
    /// Parts visited backwards are turned one by one, and then the whole of them.
    static void turn_if_backwards(Visit order, std::vector<Item>& items, std::size_t first) {
        if (order == Visit::backwards) {
            std::reverse(items.begin() + static_cast<std::ptrdiff_t>(first), items.end());
        }
    }

    std::vector<std::vector<Item>> chunks_;
    std::vector<std::size_t> starts_;
};

/// Counts kept one set per thread and added up at the end. Sums of whole numbers (or ExactSum)
/// only: how the work was split must not show.
///
/// @param fresh   a zeroed Counts
/// @param body    body(i, counts) adds what i contributes
/// @param merge   merge(total, part) adds part to total
template <class Counts, class Fresh, class Body, class Merge>
[[nodiscard]] Counts tally(Visit order, std::size_t n, Fresh const& fresh, Body const& body,
                           [[maybe_unused]] Merge const& merge) {
#ifndef TALENTSIM_PLAIN_THREADS
    if (order == Visit::parallel && detail::n_chunks(n) > 1) {
        tbb::enumerable_thread_specific<Counts> parts{fresh};
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, grain_size),
                          [&](tbb::blocked_range<std::size_t> const& range) {
                              Counts& mine = parts.local();
                              for (std::size_t i = range.begin(); i != range.end(); ++i) {
                                  body(i, mine);
                              }
                          });
        Counts total = fresh();
        for (Counts const& part : parts) {
            merge(total, part);
        }
        return total;
    }
#endif
    Counts total = fresh();
    for (std::size_t chunk = 0; chunk != detail::n_chunks(n); ++chunk) {
        std::size_t const turn =
            order == Visit::backwards ? detail::n_chunks(n) - 1 - chunk : chunk;
        detail::visit_chunk(order, n, turn, [&](std::size_t i) { body(i, total); });
    }
    return total;
}

/// Make items 0 … n-1 on up to `at_once` threads and hand each to consume, in order; at most
/// `at_once` items exist at any time.
///
/// @param make     make(i) returns a movable item; runs in parallel
/// @param consume  consume(item); one at a time, in the order of i
template <class Make, class Consume>
void produce_in_order(std::size_t n, std::size_t at_once, Make const& make,
                      Consume const& consume) {
#ifdef TALENTSIM_PLAIN_THREADS
    for (std::size_t i = 0; i != n; ++i) {
        consume(make(i));
    }
    static_cast<void>(at_once);
#else
    using Item = decltype(make(std::size_t{0}));
    std::size_t next = 0;
    tbb::parallel_pipeline(
        at_once, tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                                     [&](tbb::flow_control& control) {
                                                         if (next == n) {
                                                             control.stop();
                                                             return n;
                                                         }
                                                         return next++;
                                                     }) &
                     tbb::make_filter<std::size_t, std::shared_ptr<Item>>(
                         tbb::filter_mode::parallel,
                         [&](std::size_t i) { return std::make_shared<Item>(make(i)); }) &
                     tbb::make_filter<std::shared_ptr<Item>, void>(
                         tbb::filter_mode::serial_in_order,
                         [&](std::shared_ptr<Item> const& item) { consume(std::move(*item)); }));
#endif
}

} // namespace talentsim
