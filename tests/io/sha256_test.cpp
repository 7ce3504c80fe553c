#include "engine/io/sha256.hpp"

#include <doctest/doctest.h>

using talentsim::sha256_of;

TEST_CASE("SHA-256 reproduces the published known answers") {
    // FIPS 180-4 examples, and the hash of nothing
    CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a hash does not depend on how its text is cut") {
    talentsim::Sha256 hash;
    hash.add("a");
    hash.add("");
    hash.add("bc");
    CHECK(talentsim::hex(hash.finish()) == sha256_of("abc"));
}
