#include "ops/selection.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace playground::ops {
namespace {

using Iterator = Keyed*;

// Shorter parts are sorted by insertion.
constexpr std::ptrdiff_t kShort = 16;

bool less(const Keyed& a, const Keyed& b) noexcept { return a.key < b.key; }

std::ptrdiff_t depth_limit(std::ptrdiff_t size) noexcept {
  return 2 * (static_cast<std::ptrdiff_t>(std::bit_width(static_cast<std::size_t>(size))) - 1);
}

void push_heap(Iterator first, std::ptrdiff_t hole, std::ptrdiff_t top, Keyed value) {
  std::ptrdiff_t parent = (hole - 1) / 2;
  while (hole > top && less(first[parent], value)) {
    first[hole] = first[parent];
    hole = parent;
    parent = (hole - 1) / 2;
  }
  first[hole] = value;
}

void adjust_heap(Iterator first, std::ptrdiff_t hole, std::ptrdiff_t size, Keyed value) {
  const std::ptrdiff_t top = hole;
  std::ptrdiff_t child = hole;
  while (child < (size - 1) / 2) {
    child = 2 * (child + 1);
    if (less(first[child], first[child - 1])) --child;
    first[hole] = first[child];
    hole = child;
  }
  if (size % 2 == 0 && child == (size - 2) / 2) {
    child = 2 * (child + 1);
    first[hole] = first[child - 1];
    hole = child - 1;
  }
  push_heap(first, hole, top, value);
}

void pop_heap(Iterator first, Iterator last, Iterator result) {
  const Keyed value = *result;
  *result = *first;
  adjust_heap(first, 0, last - first, value);
}

void heap_select(Iterator first, Iterator middle, Iterator last) {
  const std::ptrdiff_t size = middle - first;
  for (std::ptrdiff_t parent = (size - 2) / 2; size >= 2 && parent >= 0; --parent) {
    adjust_heap(first, parent, size, first[parent]);
  }
  for (Iterator i = middle; i < last; ++i) {
    if (less(*i, *first)) pop_heap(first, middle, i);
  }
}

void partial_sort(Iterator first, Iterator middle, Iterator last) {
  heap_select(first, middle, last);
  for (Iterator end = middle; end - first > 1;) {
    --end;
    pop_heap(first, end, end);
  }
}

void move_median_to_first(Iterator result, Iterator a, Iterator b, Iterator c) {
  Iterator median = a;
  if (less(*a, *b)) {
    if (less(*b, *c)) {
      median = b;
    } else if (less(*a, *c)) {
      median = c;
    }
  } else if (!less(*a, *c)) {
    median = less(*b, *c) ? c : b;
  }
  std::swap(*result, *median);
}

Iterator partition(Iterator first, Iterator last) {
  const Iterator middle = first + (last - first) / 2;
  move_median_to_first(first, first + 1, middle, last - 1);
  const Iterator pivot = first;
  ++first;
  while (true) {
    while (less(*first, *pivot)) ++first;
    --last;
    while (less(*pivot, *last)) --last;
    if (first >= last) return first;
    std::swap(*first, *last);
    ++first;
  }
}

// Into what is sorted before it, where a smaller one is.
void insert_unguarded(Iterator last) {
  const Keyed value = *last;
  for (; less(value, last[-1]); --last) *last = last[-1];
  *last = value;
}

void insertion_sort(Iterator first, Iterator last) {
  if (first == last) return;
  for (Iterator i = first + 1; i < last; ++i) {
    if (!less(*i, *first)) {
      insert_unguarded(i);
      continue;
    }
    const Keyed value = *i;
    std::move_backward(first, i, i + 1);
    *first = value;
  }
}

void introsort(Iterator first, Iterator last, std::ptrdiff_t depth) {
  while (last - first > kShort) {
    if (depth-- == 0) return partial_sort(first, last, last);
    const Iterator cut = partition(first, last);
    introsort(cut, last, depth);
    last = cut;
  }
}

}  // namespace

void sort_stably(std::span<Keyed> elements) {
  std::ranges::sort(elements, [](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key < b.key : a.index < b.index;
  });
}

void sort_as_gcc(std::span<Keyed> elements) {
  if (elements.empty()) return;
  const Iterator first = elements.data();
  const Iterator last = first + elements.size();
  introsort(first, last, depth_limit(last - first));
  const Iterator middle = first + std::min(kShort, last - first);
  insertion_sort(first, middle);
  for (Iterator i = middle; i < last; ++i) insert_unguarded(i);
}

void partial_sort_as_gcc(std::span<Keyed> elements, std::size_t count) {
  const Iterator first = elements.data();
  partial_sort(first, first + count, first + elements.size());
}

void nth_element_as_gcc(std::span<Keyed> elements, std::size_t nth) {
  if (nth >= elements.size()) return;
  Iterator first = elements.data();
  Iterator last = first + elements.size();
  const Iterator wanted = first + nth;
  for (std::ptrdiff_t depth = depth_limit(last - first); last - first > 3;) {
    if (depth-- == 0) {
      heap_select(first, wanted + 1, last);
      std::swap(*first, *wanted);
      return;
    }
    const Iterator cut = partition(first, last);
    (cut <= wanted ? first : last) = cut;
  }
  insertion_sort(first, last);
}

void quick_select(std::span<Keyed> elements, std::size_t nth) {
  const Iterator at = elements.data();
  const auto wanted = static_cast<std::ptrdiff_t>(nth);
  const auto swap_if_greater = [at](std::ptrdiff_t i, std::ptrdiff_t j) {
    if (less(at[j], at[i])) std::swap(at[i], at[j]);
  };
  std::ptrdiff_t left = 0;
  std::ptrdiff_t right = static_cast<std::ptrdiff_t>(elements.size()) - 1;
  while (left < right) {
    if (right == left + 1) return swap_if_greater(left, right);
    std::swap(at[(left + right) / 2], at[left + 1]);
    swap_if_greater(left + 1, right);
    swap_if_greater(left, right);
    swap_if_greater(left + 1, left);
    std::ptrdiff_t i = left + 1;
    std::ptrdiff_t j = right;
    const Keyed pivot = at[left];
    while (true) {
      do {
        ++i;
      } while (less(at[i], pivot));
      do {
        --j;
      } while (less(pivot, at[j]));
      if (j < i) break;
      std::swap(at[i], at[j]);
    }
    std::swap(at[left], at[j]);
    if (j <= wanted) left = i;
    if (j >= wanted) right = j - 1;
  }
}

}  // namespace playground::ops
