// The one seam through which threads enter: the core only asks for tasks 0..count-1 to be done, in any order.
// Results must go to places owned by the task; reductions then run over the tasks in order.
#pragma once

#include <cstddef>
#include <type_traits>

namespace thermidor {

class Executor {
 public:
  using Task = void (*)(void* context, std::size_t index);
  virtual ~Executor() = default;
  // Returns when all tasks have run.
  virtual void run(std::size_t count, Task task, void* context) const = 0;
};

class SerialExecutor final : public Executor {
 public:
  void run(std::size_t count, Task task, void* context) const override {
    for (std::size_t i = 0; i < count; ++i) task(context, i);
  }
};

template <class Body>
void for_each_index(const Executor& executor, std::size_t count, Body&& body) {
  executor.run(
      count, [](void* context, std::size_t index) { (*static_cast<std::remove_reference_t<Body>*>(context))(index); }, &body);
}

}  // namespace thermidor
