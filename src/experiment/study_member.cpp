#include "experiment/study_member.hpp"

#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

void write_measured(const StudyMember& member, TokenWriter& writer) {
  writer.number(member.seed);
  writer.number(member.applicable ? 1 : 0);
  writer.text(member.fault);
  writer.real(member.log_probability);
  writer.number(static_cast<std::uint64_t>(member.history_decisions));
  writer.number(member.forced.size());
  for (const ForcedProbability& forced : member.forced) {
    writer.number(static_cast<std::uint64_t>(forced.month));
    writer.text(forced.act);
    writer.real(forced.probability);
  }
  writer.reals(member.baseline);
  writer.reals(member.counterfactual);
  writer.texts(member.endings_baseline);
  writer.texts(member.endings_counterfactual);
  writer.number(member.digest_baseline);
  writer.number(member.digest_counterfactual);
  writer.block(member.shown_baseline);
  writer.block(member.shown_counterfactual);
}

}  // namespace

std::string encode_measured(const StudyMember& member) {
  TokenWriter writer;
  write_measured(member, writer);
  return writer.take();
}

std::string encode_member(const StudyMember& member) {
  TokenWriter writer;
  writer.reals(member.bands_baseline);
  writer.reals(member.bands_counterfactual);
  // Last, because they end with a block of known size: text that was cut is seen to be.
  write_measured(member, writer);
  return writer.take();
}

std::optional<StudyMember> decode_member(std::string_view text) {
  TokenReader reader(text);
  StudyMember member;
  member.bands_baseline = reader.reals();
  member.bands_counterfactual = reader.reals();
  member.seed = reader.number();
  member.applicable = reader.number() != 0;
  member.fault = reader.text();
  member.log_probability = reader.real();
  member.history_decisions = static_cast<std::int32_t>(reader.number());
  for (std::uint64_t left = reader.count(); left > 0 && reader.good(); --left) {
    ForcedProbability forced;
    forced.month = static_cast<std::int32_t>(reader.number());
    forced.act = reader.text();
    forced.probability = reader.real();
    member.forced.push_back(std::move(forced));
  }
  member.baseline = reader.reals();
  member.counterfactual = reader.reals();
  member.endings_baseline = reader.texts();
  member.endings_counterfactual = reader.texts();
  member.digest_baseline = reader.number();
  member.digest_counterfactual = reader.number();
  member.shown_baseline = reader.block();
  member.shown_counterfactual = reader.block();
  if (!reader.finished()) return std::nullopt;
  return member;
}

}  // namespace thermidor::experiment
