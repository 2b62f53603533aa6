// A case of tests/fixtures/operations: a small program, whose steps are run one after the other.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "autograd/engine.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "operations/machine.hpp"
#include "operations/recorded_tensor.hpp"
#include "operations/table.hpp"

namespace playground::operations {

class RecordedProgram {
 public:
  RecordedProgram(const json& described, const json& tensors) : described_(described) {
    for (const std::size_t i : described.value("in", json::array())) {
      inputs_.emplace_back(recorded_tensor(tensors.at(i)));
    }
    for (const std::size_t i : described.value("leaf", json::array())) {
      inputs_.at(i).set_requires_grad(true);
    }
  }

  /// What is not as it should be; nothing if all is.
  std::string run() {
    const autograd::GradMode mode(true);
    for (const json& step : described_.at("do")) {
      const std::string failure = take(step);
      if (!failure.empty()) return step.at("op").get<std::string>() + ": " + failure;
    }
    return {};
  }

 private:
  std::string take(const json& step) {
    Value result;
    try {
      result = call(step);
    } catch (const errors::Raised& raised) {
      return failed(step, name(raised.exception()), raised.message());
    } catch (const errors::Error& error) {
      // Of src/tensor: a program sees it as this.
      return failed(step, "RuntimeError", error.what());
    } catch (const std::exception& error) {
      return std::string("threw what no program sees: ") + error.what();
    }
    if (step.contains("fails")) return "did not raise " + step.at("fails").dump();
    keep(result);
    if (!step.contains("is")) return {};
    return difference_of(result, step.at("is"), {step.value("u", 0u), step.value("e", 0.0)});
  }

  static std::string failed(const json& step, const char* exception, const std::string& message) {
    const json got{exception, message.substr(0, message.find('\n'))};
    if (!step.contains("fails")) return "raised " + got.dump();
    return got == step.at("fails") ? ""
                                   : "raised " + got.dump() + ", not " + step.at("fails").dump();
  }

  Value call(const json& step) {
    const auto op = step.at("op").get<std::string>();
    Values arguments;
    for (const json& argument : step.value("a", json::array())) {
      arguments.push_back(value_of(argument));
    }
    if (op.front() == '@') return other(op, arguments);
    std::vector<std::string> keywords;
    const json by_name = step.value("k", json::object());
    for (const auto& [keyword, argument] : by_name.items()) {
      keywords.push_back(keyword);
      arguments.push_back(value_of(argument));
    }
    const std::vector<std::string_view> names(keywords.begin(), keywords.end());
    return operations::call(op, std::move(arguments), names, step.value("as", "") == "m");
  }

  /// What a program does with tensors that is no operation: record.py has the same in Python.
  Value other(const std::string& op, const Values& arguments) {
    const auto variable = [&](std::size_t i) {
      const auto* const given =
          i < arguments.size() ? std::get_if<Variable>(&arguments[i]) : nullptr;
      return given ? *given : Variable();
    };
    const auto variables = [&](std::size_t i) { return variables_of(arguments, i); };
    const auto flag = [&](std::size_t i) {
      return i < arguments.size() && std::get<bool>(arguments[i]);
    };
    // Gradients of numbers may be left out, as they may in Python.
    const auto gradients = [&](std::size_t i) {
      const Variables outputs = variables(0);
      Variables given = variables(i);
      given.resize(outputs.size());
      for (std::size_t each = 0; each < given.size(); ++each) {
        const Variable& output = outputs[each];
        if (!given[each]) given[each] = Variable(tensor::full(output.shape(), 1, output.dtype()));
      }
      return given;
    };
    if (op == "@gradients") {
      autograd::backward(variables(0), gradients(1), {});
      Values given;
      for (const Variable& input : variables(2)) given.push_back(or_none(input.grad()));
      return given;
    }
    if (op == "@backward") {
      const auto inputs = variables(4);
      autograd::backward(variables(0), gradients(1), {flag(2), flag(3)},
                         inputs.empty() ? nullptr : &inputs);
      return None{};
    }
    if (op == "@autograd.grad") {
      Values given;
      for (const Variable& each :
           autograd::grad(variables(0), gradients(2), {flag(3), flag(4)}, variables(1), flag(5))) {
        given.push_back(or_none(each));
      }
      return given;
    }
    if (op == "@grad") return or_none(variable(0).grad());
    if (op == "@set_grad") return variable(0).set_grad(variable(1)), None{};
    if (op == "@requires_grad_") return variable(0).set_requires_grad(flag(1)), arguments[0];
    if (op == "@requires_grad") return variable(0).requires_grad();
    if (op == "@is_leaf") return variable(0).is_leaf();
    if (op == "@retain_grad") return variable(0).retain_grad(), None{};
    if (op == "@version") return std::int64_t{variable(0).version().count()};
    if (op == "@data") return variable(0).data();
    if (op == "@set_data") return variable(0).set_data(variable(1)), None{};
    if (op == "@detach") return variable(0).detach();
    if (op == "@set_grad_enabled") return autograd::set_grad_enabled(flag(0)), None{};
    if (op == "@look") return arguments[0];
    if (op == "@manual_seed") {
      const auto seed = std::get<std::int64_t>(arguments.at(0));
      random::seed(machine().cpu->engine, static_cast<std::uint64_t>(seed));
      return None{};
    }
    throw std::runtime_error("no such step: " + op);
  }

  static Value or_none(const Variable& variable) {
    return variable ? Value(variable) : Value(None{});
  }

  /// Of one tensor a list of one, of None an empty one, or, of a list, undefined ones in it.
  static Variables variables_of(const Values& arguments, std::size_t i) {
    Variables variables;
    if (i >= arguments.size() || arguments[i].is_none()) return variables;
    if (const auto* const one = std::get_if<Variable>(&arguments[i])) return {*one};
    for (const Value& each : std::get<Values>(arguments[i])) {
      variables.push_back(each.is_none() ? Variable() : std::get<Variable>(each));
    }
    return variables;
  }

  Value value_of(const json& argument) {
    if (argument.is_null()) return None{};
    if (argument.is_boolean()) return argument.get<bool>();
    if (argument.is_number_integer()) return argument.get<std::int64_t>();
    if (argument.is_number_float()) return argument.get<double>();
    if (argument.is_string()) return variable_of(argument);
    if (argument.is_array()) {
      Values values;
      for (const json& each : argument) values.push_back(value_of(each));
      return values;
    }
    if (argument.contains("dtype")) return dtype_named(argument.at("dtype"));
    if (argument.contains("device")) {
      return tensor::device_named(argument.at("device").get<std::string>()).value();
    }
    if (argument.contains("f")) return std::stod(argument.at("f").get<std::string>());
    if (argument.contains("g")) return generator(argument.at("g").get<std::uint64_t>());
    return argument.at("text").get<std::string>();
  }

  /// "t0": the first that went in; "r0": the first that came out.
  Variable variable_of(const json& reference) const {
    const auto text = reference.get<std::string>();
    return (text.front() == 't' ? inputs_ : results_).at(std::stoul(text.substr(1)));
  }

  GeneratorHandle generator(std::uint64_t seed) {
    GeneratorHandle& handle = generators_[seed];
    if (!handle) {
      handle = new_generator({});
      random::seed(handle->engine, seed);
    }
    return handle;
  }

  void keep(const Value& result) {
    if (const auto* const variable = std::get_if<Variable>(&result)) {
      results_.push_back(*variable);
    } else if (const auto* const values = std::get_if<Values>(&result)) {
      for (const Value& each : *values) keep(each);
    }
  }

  // Tensors are looked at in the order in which they were kept.
  std::string difference_of(const Value& got, const json& expected, Tolerance tolerance) {
    if (const auto* const variable = std::get_if<Variable>(&got)) {
      if (!*variable) return "it is no tensor, not " + expected.dump();
      return difference_of_variable(*variable, expected, tolerance);
    }
    if (const auto* const values = std::get_if<Values>(&got)) {
      if (!expected.is_array() || expected.size() != values->size()) {
        return "there are " + std::to_string(values->size()) + " results, not " + expected.dump();
      }
      for (std::size_t i = 0; i < values->size(); ++i) {
        const auto failure = difference_of((*values)[i], expected[i], tolerance);
        if (!failure.empty()) return "result " + std::to_string(i) + ": " + failure;
      }
      return {};
    }
    return difference_of_number(got, expected, tolerance);
  }

  std::string difference_of_variable(const Variable& got, const json& expected,
                                     Tolerance tolerance) const {
    if (!expected.is_object() || !expected.contains("s")) {
      return "it is a tensor, not " + expected.dump();
    }
    std::string failure = difference(got.value(), expected, tolerance);
    if (failure.empty()) failure = difference_of_history(got, expected);
    if (!failure.empty()) return failure;
    if (expected.contains("same")) {
      return got.is(variable_of(expected.at("same"))) ? ""
                                                      : "it is not " + expected.at("same").dump();
    }
    if (!expected.contains("of")) return {};
    return difference_of_place(got, expected, variable_of(expected.at("of")));
  }

  static std::string difference_of_number(const Value& got, const json& expected,
                                          Tolerance tolerance) {
    bool holds = false;
    if (got.is_none()) holds = expected.is_null();
    if (const auto* const flag = std::get_if<bool>(&got)) holds = expected == *flag;
    if (const auto* const integer = std::get_if<std::int64_t>(&got)) {
      holds = expected.is_number_integer() && expected == *integer;
    }
    if (const auto* const text = std::get_if<std::string>(&got)) holds = expected == *text;
    if (const auto* const dtype = std::get_if<DType>(&got)) {
      holds = expected == json{{"dtype", name(*dtype)}};
    }
    if (const auto* const number = std::get_if<double>(&got)) {
      const bool is_special = expected.is_object();
      if (!is_special && !expected.is_number_float())
        return "it is a float, not " + expected.dump();
      const double wanted =
          is_special ? std::stod(expected.at("f").get<std::string>()) : expected.get<double>();
      return difference_of_elements<double>({*number}, {wanted}, tolerance);
    }
    return holds ? "" : "it is not " + expected.dump();
  }

  const json& described_;
  Variables inputs_;
  Variables results_;
  std::map<std::uint64_t, GeneratorHandle> generators_;
};

}  // namespace playground::operations
