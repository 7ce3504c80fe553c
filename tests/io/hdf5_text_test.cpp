#include "engine/io/hdf5_text.hpp"

#include <string>

#include <doctest/doctest.h>

using talentsim::as_utf8;

TEST_CASE("text in UTF-8 stays as it is") {
    for (std::string const text : {"", "plain", "Zürich", "한국", "\U0001F600", "\u07ff\u0800"}) {
        CHECK(as_utf8(text) == text);
    }
}

TEST_CASE("what is not UTF-8 is replaced, and nothing else") {
    CHECK(as_utf8("Z\xfcrich.yaml") == "Z\ufffdrich.yaml");           // Latin-1
    CHECK(as_utf8("a\xe2\x82") == "a\ufffd\ufffd");                   // cut short
    CHECK(as_utf8("\xc0\x80") == "\ufffd\ufffd");                     // overlong
    CHECK(as_utf8("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");           // a surrogate
    CHECK(as_utf8("\xf4\x90\x80\x80") == "\ufffd\ufffd\ufffd\ufffd"); // beyond U+10FFFF
    CHECK(as_utf8(std::string{"a\0b", 3}) == "a\ufffd"
                                             "b");
}
