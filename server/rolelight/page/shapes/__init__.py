"""One adapter for each shape of profile markup, and the detector that chooses among them."""
