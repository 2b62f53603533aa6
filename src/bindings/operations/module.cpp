// The JavaScript interface of the operations: numbers go in and come out, and where they lie.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "bindings/operations/callback.hpp"
#include "bindings/operations/held.hpp"
#include "bindings/operations/plan.hpp"
#include "bindings/operations/reply.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "tensor/out_of_memory.hpp"

namespace playground::bindings {
namespace {

std::vector<std::shared_ptr<Plan>> plans;
std::vector<double> numbers(64);
Reply reply;

// What a call returns that gives no tensor.
constexpr int kReplied = 0;          // the reply has a value
constexpr int kRaised = -1;          // the reply lists the name of an exception and its message
constexpr int kCallbackFailed = -2;  // the program knows what it threw

int raised(errors::Exception exception, const char* message) {
  reply.clear();
  reply.add(operations::Values{std::string(name(exception)), std::string(message)});
  return kRaised;
}

// What `use` returns, or kRaised or kCallbackFailed if it throws.
template <class Use>
int guarded(Use use) {
  using errors::Exception;
  try {
    return use();
  } catch (const errors::Raised& error) {
    return raised(error.exception(), error.what());
  } catch (const CallbackFailed&) {
    return kCallbackFailed;
  } catch (const errors::Error& error) {
    return raised(Exception::kRuntimeError, error.what());
  } catch (const tensor::OutOfMemory& error) {
    return raised(Exception::kRuntimeError, error.what());
  } catch (const std::bad_alloc&) {
    return raised(Exception::kRuntimeError, "DefaultCPUAllocator: not enough memory");
  } catch (const std::exception& error) {
    return raised(Exception::kRuntimeError, error.what());
  }
}

/// The number of a plan, from 0 on; kRaised if the text is none.
int plan(const std::string& text) {
  return guarded([&text] {
    plans.push_back(std::make_shared<Plan>(text));
    numbers.resize(std::max(numbers.size(), plans.back()->numbers()));
    return static_cast<int>(plans.size() - 1);
  });
}

/// Forgets all plans: their numbers begin at 0 again.
void forget_plans() { plans.clear(); }

/// Where the numbers of a call are written, room for those of every plan there is.
std::uintptr_t numbers_at() { return reinterpret_cast<std::uintptr_t>(numbers.data()); }
std::uintptr_t reply_at() { return reinterpret_cast<std::uintptr_t>(reply.data()); }

void release_generator(std::uint32_t generator) { generators().release(generator); }
void release_node(std::uint32_t node) { nodes().release(node); }

/// How many tensors are held.
std::size_t held() { return tensors().count(); }

EMSCRIPTEN_BINDINGS(operations) {
  emscripten::function("plan", &plan);
  emscripten::function("forgetPlans", &forget_plans);
  emscripten::function("numbersAt", &numbers_at);
  emscripten::function("replyAt", &reply_at);
  emscripten::function("releaseGenerator", &release_generator);
  emscripten::function("releaseNode", &release_node);
  emscripten::function("held", &held);
  emscripten::function("answer", &answer);
}

}  // namespace

// What programs call most often, by names of C: without Embind, which would convert the numbers.
extern "C" {

/// Calls with the numbers that were written. The number of a tensor, of which there is one more
/// holder now, or one of the above.
EMSCRIPTEN_KEEPALIVE int call(int plan) {
  return guarded([plan] {
    // A copy, since a function of the program that is called on the way may forget all plans.
    const auto chosen = plans[static_cast<std::size_t>(plan)];
    const operations::Value result = chosen->call(numbers.data());
    if (const auto* tensor = std::get_if<operations::Variable>(&result); tensor && *tensor) {
      return static_cast<int>(tensors().hold(*tensor));
    }
    reply.clear();
    reply.add(result);
    return kReplied;
  });
}

EMSCRIPTEN_KEEPALIVE void release(std::uint32_t tensor) { tensors().release(tensor); }

/// The same of each of the numbers that were written, of which there is room for 64 at least.
EMSCRIPTEN_KEEPALIVE void release_all(int count) {
  for (int i = 0; i < count; ++i) release(static_cast<std::uint32_t>(numbers[i]));
}

}  // extern "C"

}  // namespace playground::bindings
