// Package browsertest tests the page in a real browser: the Chromium of the system. It is a module
// of its own, so that what drives a browser stays out of the library's requirements.
//
//	bash .ci/browser
//
// installs what it needs, or says what is missing, and runs the tests.
package browsertest
