package main

import "github.com/openminzheng/zhuzhou/examples/internal/sample"

// families are the built-in households, which show the range of decisions.
var families = sample.Families()
