"""Golden conversations: what is said to whom, as data, and what must hold in all of them."""
