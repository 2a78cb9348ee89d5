//! Changes under traffic, refusals, restarts.
