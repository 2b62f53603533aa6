// The types that Embind would register for programs in general and that nothing crosses as here.
// Their code would be a quarter of the glue.
addToLibrary({
  _embind_register_std_wstring: () => {},
  _embind_register_std_wstring__deps: [],
  _embind_register_memory_view: () => {},
  _embind_register_memory_view__deps: [],
  _embind_register_emval: () => {},
  _embind_register_emval__deps: [],
});
