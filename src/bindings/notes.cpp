#include "bindings/notes.hpp"

#include <emscripten/em_js.h>

// The package sets Module.tellNote, and collects what it is told during a call.
EM_JS_DEPS(playground_tell_note, "$UTF8ToString")
// clang-format off
EM_JS(void, playground_tell_note, (const char* words, const char* values), {
  Module['tellNote'](UTF8ToString(words), UTF8ToString(values));
})
// clang-format on

namespace playground::bindings {

void tell(const std::vector<errors::Phrase>& notes) {
  for (const errors::Phrase& note : notes) {
    playground_tell_note(note.words(), note.values().c_str());
  }
}

}  // namespace playground::bindings
