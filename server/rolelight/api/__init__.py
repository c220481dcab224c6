"""HTTP: routes, the schemas of the wire, pairing, the guard and the one shape of errors."""
