#include "experiment/thread_pool.hpp"

#include <algorithm>
#include <system_error>

namespace thermidor::experiment {

ThreadPool::ThreadPool(unsigned threads) {
  if (threads == 0) threads = machine_threads();
  workers_.reserve(threads - 1);
  // A machine that gives fewer threads than asked is worked with those.
  try {
    for (unsigned i = 1; i < threads; ++i) workers_.emplace_back([this] { serve(); });
  } catch (const std::system_error&) {
  }
}

unsigned ThreadPool::machine_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

ThreadPool::~ThreadPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void ThreadPool::run(std::size_t count, Task task, void* context) const {
  if (count == 0) return;
  if (workers_.empty() || count == 1) {
    for (std::size_t i = 0; i < count; ++i) task(context, i);
    return;
  }
  std::unique_lock lock(mutex_);
  job_ = Job{task, context, count, 0, 0};
  work_.notify_all();
  take_tasks(lock);
  done_.wait(lock, [this] { return job_.next == job_.count && job_.running == 0; });
  job_ = Job{};
}

void ThreadPool::serve() {
  std::unique_lock lock(mutex_);
  while (true) {
    work_.wait(lock, [this] { return stopping_ || job_.next < job_.count; });
    if (stopping_) return;
    take_tasks(lock);
  }
}

void ThreadPool::take_tasks(std::unique_lock<std::mutex>& lock) const {
  while (job_.next < job_.count) {
    const std::size_t index = job_.next++;
    ++job_.running;
    const Task task = job_.task;
    void* const context = job_.context;
    lock.unlock();
    task(context, index);
    lock.lock();
    --job_.running;
  }
  if (job_.running == 0) done_.notify_all();
}

}  // namespace thermidor::experiment
