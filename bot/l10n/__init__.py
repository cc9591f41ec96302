"""Words: Fluent wording in every locale, and what an SMS can carry of them."""
