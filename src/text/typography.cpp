#include "text/typography.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace playground::text {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kPlain{
    // nobody sees them
    Pair{"\u00ad", ""}, Pair{"\u200b", ""}, Pair{"\u200c", ""}, Pair{"\u200d", ""},
    Pair{"\u200e", ""}, Pair{"\u200f", ""}, Pair{"\u202a", ""}, Pair{"\u202b", ""},
    Pair{"\u202c", ""}, Pair{"\u202d", ""}, Pair{"\u202e", ""}, Pair{"\u2060", ""},
    Pair{"\u2066", ""}, Pair{"\u2067", ""}, Pair{"\u2068", ""}, Pair{"\u2069", ""},
    Pair{"\ufeff", ""},
    // spaces and line breaks
    Pair{"\u00a0", " "}, Pair{"\u2000", " "}, Pair{"\u2001", " "}, Pair{"\u2002", " "},
    Pair{"\u2003", " "}, Pair{"\u2004", " "}, Pair{"\u2005", " "}, Pair{"\u2006", " "},
    Pair{"\u2007", " "}, Pair{"\u2008", " "}, Pair{"\u2009", " "}, Pair{"\u200a", " "},
    Pair{"\u202f", " "}, Pair{"\u205f", " "}, Pair{"\u3000", " "}, Pair{"\v", " "}, Pair{"\f", " "},
    Pair{"\u0085", "\n"}, Pair{"\u2028", "\n"}, Pair{"\u2029", "\n"},
    // quotes, dashes, brackets, commas
    Pair{"\u2018", "'"}, Pair{"\u2019", "'"}, Pair{"\u201a", "'"}, Pair{"\u201b", "'"},
    Pair{"\u201c", "\""}, Pair{"\u201d", "\""}, Pair{"\u201e", "\""}, Pair{"\u00ab", "\""},
    Pair{"\u00bb", "\""}, Pair{"\u2010", "-"}, Pair{"\u2011", "-"}, Pair{"\u2012", "-"},
    Pair{"\u2013", "-"}, Pair{"\u2014", "-"}, Pair{"\u2212", "-"}, Pair{"\ufe63", "-"},
    Pair{"\u2026", "..."}, Pair{"\u3001", ","}, Pair{"\u3002", "."}, Pair{"\u3010", "["},
    Pair{"\u3011", "]"}, Pair{"\u221e", "inf"}, Pair{"\u2192", "->"},
    // as in the source of a page
    Pair{"&gt;", ">"}, Pair{"&lt;", "<"}, Pair{"&nbsp;", " "}, Pair{"&quot;", "\""},
    Pair{"&#39;", "'"}, Pair{"&#x27;", "'"}, Pair{"<pre>", ""}, Pair{"</pre>", ""},
    Pair{"<code>", ""}, Pair{"</code>", ""}, Pair{"<br>", "\n"}, Pair{"<br/>", "\n"}};

// The length of a terminal's colour, such as "\e[31m", that `text` begins with.
std::size_t colour_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const auto end = text.find_first_not_of("0123456789;", 2);
  return end == std::string_view::npos ? 0 : end + 1;
}

// The ASCII character that a character of three bytes, U+FF01 to U+FF5E, is the wide form of.
char narrow(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xef' || (text[1] != '\xbc' && text[1] != '\xbd')) return 0;
  constexpr int kFirst = 0x81;  // the last byte of U+FF01, the wide '!'
  const int last = static_cast<unsigned char>(text[2]);
  const int code = '!' + last - kFirst + (text[1] == '\xbd' ? 0x40 : 0);
  return code >= '!' && code <= '~' && last >= 0x80 ? static_cast<char>(code) : 0;
}

}  // namespace

Passage in_plain_characters(std::string_view text) {
  Passage plain;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const char first = rest.front();
    const bool is_special = static_cast<unsigned char>(first) >= 0x80 || first == '&' ||
                            first == '<' || first == '\v' || first == '\f' || first == '\x1b';
    if (!is_special) {
      plain.append(rest.substr(0, 1), i++);
      continue;
    }
    const auto* pair = std::ranges::find_if(
        kPlain, [&](const Pair& known) { return rest.starts_with(known.first); });
    if (const std::size_t length = colour_length(rest); length > 0) {
      i += length;
    } else if (pair != kPlain.end()) {
      plain.append(pair->second, i);
      i += pair->first.size();
    } else if (const char ascii = narrow(rest); ascii != 0) {
      plain.append({&ascii, 1}, i);
      i += 3;
    } else {
      plain.append(rest.substr(0, 1), i++);
    }
  }
  return plain;
}

}  // namespace playground::text
