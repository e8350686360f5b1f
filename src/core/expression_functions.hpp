// Functions of the expression language and the types of their arguments.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/expression.hpp"

namespace thermidor::detail {

enum class Type : std::uint8_t { number, month, span, text };

// Parameters, one letter each: e expression taken month by month, x number or month, m month, r range, k kind of event, l
// leader, p post; after '?' all may be left out.
struct Function {
  std::string_view name;
  ExpressionOp op;
  std::string_view parameters;
  Type result = Type::number;
};

inline constexpr std::array<Function, 18> kFunctions = {{
    {"at", ExpressionOp::at, "em"},
    {"mean", ExpressionOp::mean, "e?r"},
    {"sum", ExpressionOp::sum, "e?r"},
    {"min", ExpressionOp::min, "e?r"},
    {"max", ExpressionOp::max, "e?r"},
    {"first", ExpressionOp::first, "e?r"},
    {"argmax", ExpressionOp::argmax, "e?r", Type::month},
    {"argmin", ExpressionOp::argmin, "e?r", Type::month},
    {"trend", ExpressionOp::trend, "e?r"},
    {"events", ExpressionOp::events, "k?llr"},
    {"date_of", ExpressionOp::date_of, "k?llr", Type::month},
    {"leads", ExpressionOp::leads, "l?m"},
    {"rung", ExpressionOp::rung, "l?m"},
    {"seat", ExpressionOp::seat, "l?m"},
    {"strength", ExpressionOp::strength, "l?m"},
    {"holds", ExpressionOp::holds, "pl?m"},
    {"abs", ExpressionOp::abs, "e"},
    {"never", ExpressionOp::never, "x"},
}};

const char* type_name(Type type);         // "a month"
const char* parameter_name(char letter);  // "a month (1923-10)"
std::string signature(const Function& function);

}  // namespace thermidor::detail
