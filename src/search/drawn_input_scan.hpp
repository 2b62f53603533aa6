// Which seeds draw an input first, and then the mask between it and a printed output.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "search/observed_mask.hpp"
#include "search/seed_scan.hpp"
#include "search/word_bounds.hpp"

namespace playground::search {

/// Draws an input from a generator, as a program does. It throws an Error for an engine from which
/// it cannot.
using InputDraw = std::function<tensor::Tensor(random::Generator&)>;

/// What is known of an input that was drawn.
struct DrawnInput {
  InputDraw draw;
  Distribution distribution;              // of its numbers, if they were printed
  std::optional<tensor::Tensor> printed;  // its numbers, if they were printed, too
  std::vector<double> rounding;           // how far each of these may be from what was printed
};

/// A printed output.
struct PrintedOutput {
  tensor::Tensor numbers;
  std::vector<double> rounding;  // as that of the input
};

/// How the output may have been made of the input.
struct Making {
  random::Generator engine;  // with its options; the position of its stream does not matter
  dropout::LayerKind layer;
  OutputKind kind;
  std::optional<double> p;  // if the numbers are not to tell it
};

class DrawnInputScan {
 public:
  /// calls   how many calls of each seed are looked at, all on the input that was drawn
  /// skip    how many words are drawn before the input or, which is tried too, behind it
  DrawnInputScan(DrawnInput input, PrintedOutput output, std::uint32_t calls, std::uint32_t skip);

  /// Adds one, whose engine draws the same inputs as those that were added before.
  ///
  /// Throws what the draw throws, what SeedScan throws, and an Error (kValue) if the output does
  /// not have the shape of the input.
  void add(Making making);

  /// At most the probability that an input drawn by chance is the one that was printed, or fits the
  /// output.
  double chance() const noexcept { return chance_; }

  /// The matches, by seed, then by making, then by call. Of a match, skip is twice the place of the
  /// making, and one more if the words are skipped behind the input.
  std::vector<Match> scan(SeedRange seeds);

  /// The p of the last match; nothing before any.
  std::optional<double> p() const noexcept { return p_; }

  /// Whether the input of some seed fits the output for several p, so that p must be given.
  bool needs_p() const noexcept { return needs_p_; }

 private:
  void scan_bounded(SeedRange seeds, std::vector<Match>& matches);
  void scan_seed(std::uint64_t seed, std::size_t index, std::vector<Match>& matches);
  void scan_makings(std::uint64_t seed, bool skips_behind, const tensor::Tensor& x, Match match,
                    std::vector<Match>& matches);
  bool is_printed(const tensor::Tensor& x) const;
  bool may_give_output(const tensor::Tensor& x) const;
  double chance_of_input() const;

  DrawnInput input_;
  PrintedOutput output_;
  std::vector<double> printed_;  // of the input
  std::vector<double> y_;
  std::uint32_t calls_;
  std::uint32_t skip_;
  std::vector<Making> makings_;
  std::vector<WordBound> bounds_;
  double chance_ = 1;
  std::optional<double> p_;
  bool needs_p_ = false;
};

}  // namespace playground::search
