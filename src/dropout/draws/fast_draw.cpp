#include "dropout/draws/fast_draw.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

#include "dropout/draws/one_pass.hpp"
#include "dropout/draws/word_decisions.hpp"
#include "dropout/quad_table.hpp"
#include "random/algorithms/four_words.hpp"
#include "random/algorithms/philox4x32_lanes.hpp"
#include "random/engines/fast/fast_byte_lanes.hpp"

namespace playground::dropout {

FastDraw::FastDraw(random::FastGenerator& generator, const DrawRequest& request) noexcept
    : bytes_(generator.next_call()), keep_probability_(request.p.keep_probability()) {}

Decision FastDraw::next() noexcept {
  const QuadTable& table = QuadTable::of(keep_probability_);
  const std::uint64_t quad = position_ / 4;
  const std::uint8_t byte = bytes_.byte(quad);
  const std::size_t row =
      byte < table.undecided() ? table.residual_row(bytes_.word(quad)) : std::size_t{byte};
  const bool kept = table.row(row)[position_ % 4] != 0;
  ++position_;
  return {byte / 256.0, std::numeric_limits<double>::quiet_NaN(), kept};
}

// The offsets in the table, in bytes, of the rows for one group of random bytes.
class FastDraw::RowOffsets {
 public:
  static constexpr std::size_t kQuads = random::FastBytes::kGroup;

  // Sets the offsets from the group's finished words. Those of bytes that do not decide are still
  // wrong.
  void set(const QuadTable& table, const random::PhiloxLanes& drawn) noexcept {
    using Bytes = xsimd::make_sized_batch_t<std::uint8_t, 16>;
    const Bytes limit(static_cast<std::uint8_t>(table.undecided()));
    undecided_ = 0;
    for (std::size_t i = 0; i < drawn.words().size(); ++i) {
      const auto bytes = xsimd::bitwise_cast<std::uint8_t>(drawn.words()[i]);
      undecided_ |= (bytes < limit).mask() << (16 * i);
      random::widened_to_16_times(bytes, &offsets_[16 * i]);
    }
  }

  // Corrects these. Tries about as many as there usually are without testing whether there are any
  // left, since a wrong guess of the processor costs more than a useless try.
  void mend(const QuadTable& table, const random::FastBytes& bytes, std::uint64_t group) noexcept {
    const std::uint32_t limit = table.undecided();
    if (limit == 0) return;
    for (std::uint32_t usual = 0; usual <= limit / 4; ++usual) mend_first(table, bytes, group);
    while (undecided_ != 0) mend_first(table, bytes, group);
  }

  FourWords row(const QuadTable& table, std::size_t quad) const noexcept {
    const auto* rows = reinterpret_cast<const std::byte*>(table.row(0));
    return FourWords::load_aligned(reinterpret_cast<const std::uint32_t*>(rows + offsets_[quad]));
  }

 private:
  // If none is left, countr_zero returns the place behind the last.
  void mend_first(const QuadTable& table, const random::FastBytes& bytes,
                  std::uint64_t group) noexcept {
    const auto i = static_cast<std::size_t>(std::countr_zero(undecided_));
    const std::size_t row = table.residual_row(bytes.word(group * kQuads + i));
    offsets_[i] = static_cast<std::uint16_t>(16 * row);
    undecided_ &= undecided_ - 1;
  }

  alignas(16) std::array<std::uint16_t, kQuads + 8> offsets_;
  std::uint64_t undecided_;
};

// Three groups are under way at once. The decisions of the first are applied. Meanwhile the bytes
// of the third are drawn, round by round, since each round waits for products and memory can be
// read and written in that time. In the second, undecided bytes are mended: their number is known
// long before, so that a wrong guess of the processor costs little.
void FastDraw::apply(std::span<const float> x, DropProbability p, std::span<float> y) noexcept {
  OnePass<InvertedDropout> use(x.data(), p, y.data());
  std::size_t count = x.size();
  constexpr std::size_t kElements = 4 * RowOffsets::kQuads;
  constexpr std::size_t kQuadsARound = RowOffsets::kQuads / random::PhiloxLanes::kRoundsLeft;

  const std::size_t until_group = (kElements - position_ % kElements) % kElements;
  const std::size_t before = std::min(count, until_group);
  each_alone(*this, before, use);
  count -= before;
  if (count == 0) return;

  const QuadTable& table = QuadTable::of(keep_probability_);
  std::uint64_t group = position_ / kElements;
  position_ += count;
  std::array<RowOffsets, 3> buffers;
  RowOffsets* used = &buffers[0];
  RowOffsets* mended = &buffers[1];
  RowOffsets* drawn = &buffers[2];
  const auto draw_group = [&](std::uint64_t which, RowOffsets& to, auto between_rounds) {
    auto lanes = random::fast_byte_lanes(bytes_, which);
    random::PhiloxRoundKeys keys(bytes_.key());
    for (std::size_t round = 0; round < lanes.kRoundsLeft; ++round) {
      lanes.round(keys);
      keys.advance();
      between_rounds(round);
    }
    to.set(table, lanes);
  };
  const auto nothing = [](std::size_t) {};
  draw_group(group, *used, nothing);
  used->mend(table, bytes_, group);
  if (count > kElements) draw_group(group + 1, *mended, nothing);
  for (; count > kElements; count -= kElements, ++group) {
    draw_group(group + 2, *drawn, [&](std::size_t round) {
      for (std::size_t i = 0; i < kQuadsARound; ++i) {
        use.four(used->row(table, kQuadsARound * round + i));
      }
    });
    mended->mend(table, bytes_, group + 1);
    std::swap(used, mended);
    std::swap(mended, drawn);
  }
  for (std::size_t quad = 0; quad < count / 4; ++quad) use.four(used->row(table, quad));
  for (std::size_t i = 0; i < count % 4; ++i) use.one(used->row(table, count / 4).get(i) != 0);
}

}  // namespace playground::dropout
