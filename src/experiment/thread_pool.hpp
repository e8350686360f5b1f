// The only threads of the project. Workers sleep between jobs; the calling thread works too.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

#include "core/parallel.hpp"

namespace thermidor::experiment {

// Runs the tasks of one job at a time on a fixed number of threads. `run` may not be called from inside a task.
class ThreadPool final : public Executor {
 public:
  // `threads` counts the caller; 0 asks for as many as the machine has.
  explicit ThreadPool(unsigned threads = 0);
  ~ThreadPool() override;
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  void run(std::size_t count, Task task, void* context) const override;
  static unsigned machine_threads();
  unsigned threads() const { return static_cast<unsigned>(workers_.size()) + 1; }

 private:
  struct Job {
    Task task = nullptr;
    void* context = nullptr;
    std::size_t count = 0;
    std::size_t next = 0;     // first task that nobody has taken
    std::size_t running = 0;  // tasks taken and not finished
  };

  void serve();
  void take_tasks(std::unique_lock<std::mutex>& lock) const;

  mutable std::mutex mutex_;
  mutable std::condition_variable work_;
  mutable std::condition_variable done_;
  mutable Job job_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace thermidor::experiment
