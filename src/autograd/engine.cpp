#include "autograd/engine.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <span>
#include <utility>
#include <vector>

#include "autograd/arithmetic.hpp"
#include "errors/raised.hpp"

namespace playground::autograd {
namespace {

bool is_accumulator(const Node& node) { return static_cast<bool>(node.leaf); }

// What is known of a node on one way back.
struct Pending {
  Node* node;
  std::uint32_t place_before;  // of a way back that this one is within
  std::uint32_t users = 0;     // those whose gradients have yet to come
  std::uint32_t gradients;     // where those of its outputs begin among all
  bool is_needed = true;
  bool is_ready = false;
};

// Sums are taken before what they come from: the last node first.
std::uint64_t order(const Node& node) {
  return is_accumulator(node) ? std::numeric_limits<std::uint64_t>::max() : node.sequence();
}

class Run {
 public:
  Run(BackwardOptions options, bool accumulates, const Variables* inputs)
      : options_(options), accumulates_(accumulates) {
    if (!inputs) return;
    for (const Variable& input : *inputs) targets_.push_back(input.gradient_edge());
    captured_.resize(targets_.size());
    is_limited_ = true;
  }

  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    for (const Pending& pending : pending_) pending.node->place = pending.place_before;
  }

  Variables through(const Variables& outputs, const Variables& gradients) {
    for (const Variable& output : outputs) roots_.push_back(output.gradient_edge());
    for (const Edge& root : roots_) visit(*root.node);
    gradients_.resize(gradients_count_);
    if (is_limited_) mark_needed();
    for (std::size_t i = 0; i < roots_.size(); ++i) receive(roots_[i], gradients[i], true);
    const GradMode mode(options_.create_graph);
    while (!ready_.empty()) {
      Node* const node = ready_.top().second;
      ready_.pop();
      step(*node);
    }
    return std::move(captured_);
  }

 private:
  bool is_known(const Node& node) const noexcept {
    return node.place < pending_.size() && pending_[node.place].node == &node;
  }
  Pending& known(const Node& node) noexcept { return pending_[node.place]; }

  // Finds all nodes, each behind those that it leads to, and counts their users.
  void visit(Node& root) {
    struct Step {
      Node* node;
      std::size_t next;
    };
    if (is_known(root)) return;
    std::vector<Step> path;
    const auto enter = [&](Node& node) {
      pending_.push_back({&node, node.place, 0, gradients_count_});
      gradients_count_ += static_cast<std::uint32_t>(node.outputs().size());
      node.place = static_cast<std::uint32_t>(pending_.size() - 1);
      path.push_back({&node, 0});
    };
    enter(root);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == step.node->next().size()) {
        if (is_limited_) behind_.push_back(step.node);
        path.pop_back();
        continue;
      }
      Node* const next = step.node->next()[step.next++].node.get();
      if (!next) continue;
      if (!is_known(*next)) enter(*next);
      ++known(*next).users;
    }
  }

  void mark_needed() {
    for (Node* const node : behind_) {
      bool& is_needed = known(*node).is_needed;
      is_needed = is_target(*node);
      for (const Edge& edge : node->next()) {
        is_needed = is_needed || (edge.node && known(*edge.node).is_needed);
      }
    }
    // What is not needed never sends anything.
    for (Node* const node : behind_) {
      if (known(*node).is_needed) continue;
      for (const Edge& edge : node->next()) {
        if (edge.node) --known(*edge.node).users;
      }
    }
  }

  bool is_target(const Node& node) const {
    return std::ranges::any_of(targets_,
                               [&](const Edge& target) { return target.node.get() == &node; });
  }

  void receive(const Edge& edge, Variable gradient, bool is_root) {
    Pending& pending = known(*edge.node);
    if (!is_root) --pending.users;
    if (!pending.is_needed) return;
    Variable& sum = gradients_[pending.gradients + edge.output];
    if (gradient) sum = sum ? sum_of(sum, gradient) : std::move(gradient);
    if (pending.users > 0 || pending.is_ready) return;
    pending.is_ready = true;
    ready_.emplace(order(*edge.node), edge.node.get());
  }

  void step(Node& node) {
    const std::span<Variable> gradients(&gradients_[known(node).gradients], node.outputs().size());
    if (is_accumulator(node)) run_hooks(node.leaf.impl()->hooks, gradients[0]);
    if (const Node::Watchers* const watchers = node.watchers_if_any()) {
      for (const auto& [output, hooks] : watchers->hooks) run_hooks(hooks, gradients[output]);
      for (const auto& [output, keeper] : watchers->retained) retain(keeper, gradients[output]);
    }
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      if (targets_[i].node.get() == &node) captured_[i] = gradients[targets_[i].output];
    }
    if (is_accumulator(node)) {
      if (accumulates_ && gradients[0]) accumulate(node.leaf, gradients[0]);
      gradients[0] = {};
      return;
    }
    const bool is_any =
        std::ranges::any_of(gradients, [](const Variable& each) { return bool(each); });
    given_.assign(node.next().size(), Variable());
    if (is_any && leads_to_needed(node)) {
      node.apply(gradients, given_);
      if (!options_.retain_graph) node.release();
    }
    // They are not needed any more.
    std::ranges::fill(gradients, Variable());
    for (std::size_t i = 0; i < node.next().size(); ++i) {
      if (node.next()[i].node) receive(node.next()[i], std::move(given_[i]), false);
    }
  }

  bool leads_to_needed(const Node& node) {
    return !is_limited_ || std::ranges::any_of(node.next(), [this](const Edge& edge) {
      return edge.node && known(*edge.node).is_needed;
    });
  }

  static void run_hooks(const std::vector<std::pair<std::uint64_t, Hook>>& hooks,
                        Variable& gradient) {
    if (!gradient) return;
    // A copy, since a hook may remove itself.
    for (const auto& [number, hook] : std::vector(hooks)) {
      if (Variable other = hook(gradient)) gradient = std::move(other);
    }
  }

  static void retain(const std::weak_ptr<Variable::Impl>& keeper, const Variable& gradient) {
    const std::shared_ptr<Variable::Impl> impl = keeper.lock();
    if (!impl || !gradient) return;
    impl->grad = impl->grad ? sum_of(impl->grad, gradient) : copy_of(gradient);
  }

  static Variable copy_of(const Variable& gradient) {
    if (is_grad_enabled() && gradient.requires_grad()) return gradient;
    return Variable(gradient.value().clone(), gradient.device());
  }

  void accumulate(Variable& leaf, const Variable& gradient) {
    Variable& sum = leaf.impl()->grad;
    if (!sum) {
      sum = copy_of(gradient);
    } else if (is_grad_enabled()) {
      sum = sum_of(sum, gradient);
    } else {
      // Who holds the gradient sees it grow.
      add_to(sum, gradient);
    }
  }

  BackwardOptions options_;
  bool accumulates_;
  bool is_limited_ = false;
  std::vector<Edge> targets_;
  Variables captured_;
  std::vector<Edge> roots_;  // they keep all nodes
  std::vector<Pending> pending_;
  Variables gradients_;  // of the outputs of all nodes
  std::uint32_t gradients_count_ = 0;
  Variables given_;            // by the node that is gone through
  std::vector<Node*> behind_;  // if not all are needed
  std::priority_queue<std::pair<std::uint64_t, Node*>> ready_;
};

// Those that have a history, with their gradients.
void require_history(const Variables& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    // A view of no_grad requires a gradient with its base, and yet nothing leads from it.
    if (outputs[i].gradient_edge().node) continue;
    errors::raise("element {} of tensors does not require grad and does not have a grad_fn", i);
  }
}

std::uint64_t hooks_made = 0;

}  // namespace

void backward(const Variables& outputs, const Variables& gradients, BackwardOptions options,
              const Variables* inputs) {
  require_history(outputs);
  if (inputs) {
    for (const Variable& input : *inputs) {
      if (!input.is_leaf()) {
        errors::raise(
            "One of the differentiated Tensors given as 'inputs' to backward is not a leaf Tensor");
      }
      if (!input.requires_grad()) {
        errors::raise("One of the differentiated Tensors does not require grad");
      }
    }
  }
  Run(options, true, inputs).through(outputs, gradients);
}

Variables grad(const Variables& outputs, const Variables& gradients, BackwardOptions options,
               const Variables& inputs, bool allow_unused) {
  require_history(outputs);
  for (const Variable& input : inputs) {
    if (input.requires_grad()) continue;
    errors::raise("One of the differentiated Tensors does not require grad");
  }
  Variables grads = Run(options, false, &inputs).through(outputs, gradients);
  for (const Variable& each : grads) {
    if (each || allow_unused) continue;
    errors::raise(
        "One of the differentiated Tensors appears to not have been used in the graph. Set "
        "allow_unused=True if this is the desired behavior.");
  }
  return grads;
}

std::uint64_t add_hook(const Variable& variable, Hook hook) {
  const std::uint64_t number = ++hooks_made;
  const Edge edge = variable.gradient_edge();
  if (edge.node && !is_accumulator(*edge.node)) {
    edge.node->watchers().hooks[edge.output].emplace_back(number, std::move(hook));
  } else {
    variable.impl()->hooks.emplace_back(number, std::move(hook));
  }
  return number;
}

void remove_hook(const Variable& variable, std::uint64_t number) {
  const auto is_it = [number](const auto& each) { return each.first == number; };
  std::erase_if(variable.impl()->hooks, is_it);
  if (const std::shared_ptr<Node> node = variable.grad_fn()) {
    for (auto& [output, hooks] : node->watchers().hooks) std::erase_if(hooks, is_it);
  }
}

}  // namespace playground::autograd
