// Runs tasks on several threads in whatever order they come: what a test or probe needs to show that the order does not matter.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "core/parallel.hpp"

namespace thermidor {

class ThreadedExecutor final : public Executor {
 public:
  explicit ThreadedExecutor(int threads) : threads_(threads) {}
  void run(std::size_t count, Task task, void* context) const override {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < count; i = next++) task(context, i);
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads_; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
  }

 private:
  int threads_;
};

}  // namespace thermidor
