// Views against plain copies: chains of random views of every dtype, beside the same steps done to
// a list of elements, one by one.
#include "tensor/views.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "errors/fails.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/statistics.hpp"
#include "tensor/walk.hpp"

namespace playground::tensor {
namespace {

using errors::Fails;
using errors::Kind;
using testing::ElementsAre;
using testing::HasSubstr;

using Index = std::vector<std::int64_t>;

// A tensor as a list of places in the one that all views are of, row-major.
struct Plain {
  Index extents;
  std::vector<std::int64_t> places;

  std::int64_t at(const Index& index) const {
    std::int64_t place = 0;
    for (std::size_t dim = 0; dim < extents.size(); ++dim) {
      place = place * extents[dim] + index[dim];
    }
    return places[static_cast<std::size_t>(place)];
  }

  // A list of other extents, whose element at an index is that of this at another.
  Plain moved(Index to, const std::function<Index(const Index&)>& from) const {
    Plain y{to, {}};
    const std::int64_t size =
        std::accumulate(to.begin(), to.end(), std::int64_t{1}, std::multiplies<>());
    for (std::int64_t i = 0; i < size; ++i) {
      Index index(to.size());
      std::int64_t rest = i;
      for (std::size_t dim = to.size(); dim-- > 0; rest /= to[dim]) index[dim] = rest % to[dim];
      y.places.push_back(at(from(index)));
    }
    return y;
  }
};

class Chain {
 public:
  Chain(DType dtype, std::mt19937& words) : words_(words), x_({0}, dtype) {
    Index extents(below(4));
    for (auto& extent : extents)
      extent = static_cast<std::int64_t>(below(12) == 0 ? 0 : 1 + below(4));
    x_ = Tensor(Shape(extents), dtype);
    with_type(dtype, [&]<class T>(T) {
      for (T& value : x_.values<T>()) value = static_cast<T>(static_cast<int>(words()) % 1000);
    });
    plain_.extents = extents;
    plain_.places.resize(x_.size());
    std::iota(plain_.places.begin(), plain_.places.end(), 0);
    base_ = x_;
  }

  void step() {
    const std::size_t rank = plain_.extents.size();
    switch (below(8)) {
      case 0:
        return reshape_somehow();
      case 1:
        if (rank > 0) return permute_somehow();
        break;
      case 2:
        if (rank > 0) return transpose_somehow();
        break;
      case 3:
        if (rank > 0) return select_somehow();
        break;
      case 4:
        if (rank > 0) return slice_somehow();
        break;
      case 5:
        return expand_somehow();
      case 6:
        return squeeze_somehow();
      default:
        if (rank < 5) return unsqueeze_somehow();
    }
  }

  const Tensor& view() const { return x_; }
  const Tensor& base() const { return base_; }
  const Plain& plain() const { return plain_; }

 private:
  std::size_t below(std::size_t bound) { return words_() % bound; }

  void reshape_somehow() {
    Index extents = plain_.extents;
    // Two neighbours become one, or one becomes two.
    if (extents.size() > 1 && below(2) == 0) {
      const std::size_t dim = below(extents.size() - 1);
      extents[dim] *= extents[dim + 1];
      extents.erase(extents.begin() + static_cast<std::ptrdiff_t>(dim) + 1);
    } else if (!extents.empty()) {
      const std::size_t dim = below(extents.size());
      const std::int64_t factor = extents[dim] % 2 == 0 && extents[dim] > 0 ? 2 : 1;
      extents[dim] /= factor;
      extents.insert(extents.begin() + static_cast<std::ptrdiff_t>(dim), factor);
    }
    const bool was_contiguous = x_.is_contiguous();
    const Tensor reshaped = reshape(x_, Shape(extents));
    EXPECT_TRUE(!was_contiguous || reshaped.is_view_of_same(x_));
    if (!reshaped.is_view_of_same(x_)) {
      EXPECT_THAT([&] { tensor::view(x_, Shape(extents)); }, Fails(Kind::kValue));
      base_ = reshaped;
      std::vector<std::int64_t> places(plain_.places.size());
      std::iota(places.begin(), places.end(), 0);
      plain_.places = places;
    }
    x_ = reshaped;
    plain_.extents = extents;
  }

  void permute_somehow() {
    std::vector<std::size_t> dims(plain_.extents.size());
    std::iota(dims.begin(), dims.end(), 0);
    std::shuffle(dims.begin(), dims.end(), words_);
    x_ = permute(x_, dims);
    permute_plain(dims);
  }

  void transpose_somehow() {
    const std::size_t one = below(plain_.extents.size());
    const std::size_t other = below(plain_.extents.size());
    x_ = transpose(x_, one, other);
    std::vector<std::size_t> dims(plain_.extents.size());
    std::iota(dims.begin(), dims.end(), 0);
    std::swap(dims[one], dims[other]);
    permute_plain(dims);
  }

  void permute_plain(const std::vector<std::size_t>& dims) {
    Index extents;
    for (const std::size_t dim : dims) extents.push_back(plain_.extents[dim]);
    plain_ = plain_.moved(extents, [&](const Index& index) {
      Index from(index.size());
      for (std::size_t i = 0; i < dims.size(); ++i) from[dims[i]] = index[i];
      return from;
    });
  }

  void select_somehow() {
    const std::size_t dim = below(plain_.extents.size());
    const std::int64_t extent = plain_.extents[dim];
    if (extent == 0) return;
    const auto place = static_cast<std::int64_t>(below(static_cast<std::size_t>(extent)));
    x_ = select(x_, dim, below(2) == 0 ? place : place - extent);
    Index extents = plain_.extents;
    const auto at = static_cast<std::ptrdiff_t>(dim);
    extents.erase(extents.begin() + at);
    plain_ = plain_.moved(extents, [&](Index index) {
      index.insert(index.begin() + at, place);
      return index;
    });
  }

  void slice_somehow() {
    const std::size_t dim = below(plain_.extents.size());
    const std::int64_t extent = plain_.extents[dim];
    const auto start = static_cast<std::int64_t>(below(7)) - 3;
    const auto end = static_cast<std::int64_t>(below(9)) - 3;
    const auto step = static_cast<std::int64_t>(1 + below(3));
    x_ = slice(x_, dim, start, end, step);
    // As Python counts.
    std::vector<std::int64_t> kept;
    const auto bound = [&](std::int64_t place) {
      return std::clamp<std::int64_t>(place < 0 ? place + extent : place, 0, extent);
    };
    for (std::int64_t i = bound(start); i < bound(end); i += step) kept.push_back(i);
    Index extents = plain_.extents;
    extents[dim] = static_cast<std::int64_t>(kept.size());
    plain_ = plain_.moved(extents, [&](Index index) {
      index[dim] = kept[static_cast<std::size_t>(index[dim])];
      return index;
    });
  }

  void expand_somehow() {
    Index sizes = plain_.extents;
    if (std::accumulate(sizes.begin(), sizes.end(), std::int64_t{1}, std::multiplies<>()) > 200)
      return;
    for (auto& size : sizes) {
      if (size == 1 && below(2) == 0) size = static_cast<std::int64_t>(below(4));
    }
    const std::size_t more = sizes.size() < 5 ? below(2) : 0;
    if (more > 0) sizes.insert(sizes.begin(), static_cast<std::int64_t>(1 + below(3)));
    Index asked = sizes;
    if (!plain_.extents.empty() && asked.back() == plain_.extents.back()) asked.back() = -1;
    x_ = expand(x_, asked);
    const Index own = plain_.extents;
    plain_ = plain_.moved(sizes, [&](const Index& index) {
      Index from(index.begin() + static_cast<std::ptrdiff_t>(more), index.end());
      for (std::size_t dim = 0; dim < own.size(); ++dim) {
        if (own[dim] == 1) from[dim] = 0;
      }
      return from;
    });
  }

  void squeeze_somehow() {
    if (plain_.extents.empty() || below(2) == 0) {
      x_ = squeeze(x_);
      std::erase(plain_.extents, 1);
      return;
    }
    const std::size_t dim = below(plain_.extents.size());
    x_ = squeeze(x_, dim);
    if (plain_.extents[dim] == 1) {
      plain_.extents.erase(plain_.extents.begin() + static_cast<std::ptrdiff_t>(dim));
    }
  }

  void unsqueeze_somehow() {
    const std::size_t dim = below(plain_.extents.size() + 1);
    x_ = unsqueeze(x_, dim);
    plain_.extents.insert(plain_.extents.begin() + static_cast<std::ptrdiff_t>(dim), 1);
  }

  std::mt19937& words_;
  Tensor x_;
  Tensor base_ = x_;
  Plain plain_;
};

// The elements that the plain list names.
template <class T>
std::vector<T> expected(const Chain& chain) {
  std::vector<T> values;
  const Tensor base = contiguous(chain.base());
  for (const auto place : chain.plain().places) {
    values.push_back(std::as_const(base).values<T>()[static_cast<std::size_t>(place)]);
  }
  return values;
}

void expect_like_plain(const Chain& chain) {
  const Tensor& x = chain.view();
  ASSERT_EQ(x.shape(), Shape(chain.plain().extents));
  with_type(x.dtype(), [&]<class T>(T) {
    const std::vector<T> values = expected<T>(chain);
    Tensor plain(x.shape(), x.dtype());
    std::ranges::copy(values, plain.values<T>().begin());

    ASSERT_TRUE(equal(x.clone(), plain));
    ASSERT_TRUE(equal(contiguous(x), plain));
    ASSERT_TRUE(equal(x, plain));
    ASSERT_FALSE(x.clone().is_view_of_same(x));
    const Totals of_view = totals(x);
    const Totals of_plain = totals(plain);
    ASSERT_EQ(of_view.sum, of_plain.sum);
    ASSERT_EQ(of_view.largest, of_plain.largest);
    if (x.size() > 1) {
      ASSERT_EQ(variance(x), variance(plain));
    }
    for (const DType dtype :
         {DType::kFloat32, DType::kFloat64, DType::kInt64, DType::kInt32, DType::kBool}) {
      ASSERT_TRUE(equal(to(x, dtype), to(plain, dtype))) << name(dtype);
    }
    const Tensor like = empty_like(x);
    ASSERT_EQ(like.shape(), x.shape());
    ASSERT_TRUE(permute(like, memory_order(like)).is_contiguous());
    if (!x.is_contiguous()) {
      ASSERT_EQ(memory_order(like).size(), x.shape().rank());
    }

    // In pieces of any size.
    if (x.size() > 0) {
      Walk walk(x);
      auto* to = reinterpret_cast<std::byte*>(new T[values.size()]);
      std::size_t done = 0;
      for (std::size_t piece = 1; done < values.size(); piece = piece % 3 + 1) {
        const std::size_t count = std::min(piece, values.size() - done);
        walk.read(to + done * sizeof(T), count);
        done += count;
      }
      const T* const first = reinterpret_cast<const T*>(to);
      ASSERT_TRUE(std::equal(values.begin(), values.end(), first));
      delete[] first;
    }
  });
}

// What is written through a view is seen in the tensor that it is of, there and nowhere else.
void expect_writes_through(const Chain& chain) {
  Tensor x = chain.view();
  std::vector<std::int64_t> places = chain.plain().places;
  std::ranges::sort(places);
  if (std::ranges::adjacent_find(places) != places.end()) return;
  const Tensor before = chain.base().clone();
  const Tensor zeros = full(x.shape(), 0, x.dtype());
  copy_into(x, zeros);
  const Tensor after = chain.base().clone();
  with_type(x.dtype(), [&]<class T>(T) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      const bool is_written = std::ranges::binary_search(places, static_cast<std::int64_t>(i));
      const T kept = std::as_const(before).values<T>()[i];
      ASSERT_EQ(std::as_const(after).values<T>()[i], is_written ? T(0) : kept);
    }
  });
}

TEST(Views, AreLikePlainCopiesWhateverTheStrides) {
  std::mt19937 words(20261130);
  for (int chain_number = 0; chain_number < 3000; ++chain_number) {
    const auto dtype = static_cast<DType>(chain_number % 5);
    SCOPED_TRACE("chain " + std::to_string(chain_number));
    Chain chain(dtype, words);
    for (std::size_t steps = 1 + words() % 6; steps > 0; --steps) {
      chain.step();
      ASSERT_NO_FATAL_FAILURE(expect_like_plain(chain));
    }
    ASSERT_NO_FATAL_FAILURE(expect_writes_through(chain));
  }
}

TEST(Views, HaveTheStridesThatPyTorchGives) {
  const Tensor x({2, 3, 4}, DType::kFloat32);
  EXPECT_THAT(x.strides(), ElementsAre(12, 4, 1));
  EXPECT_THAT(transpose(x, 0, 2).strides(), ElementsAre(1, 4, 12));
  EXPECT_THAT(select(x, 1, -1).strides(), ElementsAre(12, 1));
  EXPECT_EQ(select(x, 1, -1).offset(), 8);
  EXPECT_THAT(slice(x, 2, 1, 4, 2).strides(), ElementsAre(12, 4, 2));
  EXPECT_THAT(expand(slice(x, 0, 0, 1), {5, 3, 4}).strides(), ElementsAre(0, 4, 1));
  EXPECT_THAT(unsqueeze(x, 1).strides(), ElementsAre(12, 12, 4, 1));
  EXPECT_THAT(unsqueeze(x, 3).strides(), ElementsAre(12, 4, 1, 1));
  EXPECT_THAT(view(transpose(x, 0, 2), Shape({2, 2, 3, 2})).strides(), ElementsAre(2, 1, 4, 12));
  // torch.empty_like(x.transpose(0, 1)[::2]).
  const Tensor gaps = slice(transpose(x, 0, 1), 0, 0, 3, 2);
  EXPECT_THAT(empty_like(gaps).strides(), ElementsAre(4, 8, 1));
  EXPECT_THAT(memory_order(transpose(x, 0, 2)), ElementsAre(2, 1, 0));
}

TEST(Views, ShareElements) {
  Tensor x = full({2, 3}, 1);
  Tensor row = select(x, 0, 1);
  const Tensor copy = x.clone();
  EXPECT_TRUE(row.is_view_of_same(x));
  EXPECT_FALSE(x.is_only_handle());
  row.values<float>()[2] = 5;
  EXPECT_EQ(x.values<float>()[5], 5);
  EXPECT_EQ(copy.values<float>()[5], 1);
}

TEST(Views, AreRefusedInPyTorchsWords) {
  const Tensor x({2, 3}, DType::kInt32);
  EXPECT_THAT([&] { select(x, 1, 3); },
              Fails(Kind::kValue,
                    "select(): index 3 out of range for tensor of size [2, 3] at "
                    "dimension 1"));
  EXPECT_THAT([&] { select(full({}, 1), 0, 0); },
              Fails(Kind::kValue, "select() cannot be applied to a 0-dim tensor."));
  EXPECT_THAT([&] { slice(x, 0, 0, 2, 0); }, Fails(Kind::kValue, "slice step must be positive"));
  EXPECT_THAT([&] { view(transpose(x, 0, 1), Shape({6})); },
              Fails(Kind::kValue, HasSubstr("Use .reshape(...) instead.")));
  EXPECT_THAT([&] { expand(x, {2, 4}); },
              Fails(Kind::kValue, HasSubstr("must match the existing size (3) at non-singleton")));
  EXPECT_THAT([&] { require_no_overlap(expand(full({1}, 1), {2})); },
              Fails(Kind::kValue, HasSubstr("Please clone() the tensor")));
  EXPECT_THAT([] { with_floating_type(DType::kBool, "bernoulli_scalar_cpu_", [](auto) {}); },
              Fails(Kind::kDType, "\"bernoulli_scalar_cpu_\" not implemented for 'Bool'"));
}

}  // namespace
}  // namespace playground::tensor
