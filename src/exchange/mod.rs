//! Files in and out: assessment files, digests, names, pasted tables. Pure as well. Knows `core`.
