#include "engine/cli/text_table.hpp"

#include <limits>

#include <doctest/doctest.h>

using namespace talentsim;

TEST_CASE("columns are as wide as their words, the first to the left, the others to the right") {
    TextTable table{{"staff", "first", "last"}, 20};
    table.add({"OpenAI", "1,200", "950"});
    table.add({"Naver"});
    CHECK(table.text(TableStyle::plain) == "staff   first  last\n"
                                           "OpenAI  1,200   950\n"
                                           "Naver\n");
    CHECK(table.rows() == 2);
}

TEST_CASE("columns without words are left out, notes go across") {
    TextTable table{{"staff", "", "last"}, 20};
    table.add({"A", "", "1"});
    table.note("and 3 smaller ones, which are not worth a line");
    CHECK(table.text(TableStyle::plain) == "staff  last\n"
                                           "A         1\n"
                                           "and 3 smaller ones, which are not worth a line\n");
    CHECK(table.rows() == 1);
}

TEST_CASE("headings stand out on a terminal only") {
    TextTable const table{{"a", "b"}, 20};
    CHECK(table.text(TableStyle::plain) == "a  b\n");
    CHECK(table.text(TableStyle::terminal) == "\x1b[1ma  b\x1b[0m\n");
}

TEST_CASE("columns are counted as a terminal does, and long names cut there") {
    CHECK(columns_of("Zürich") == 6);
    CHECK(columns_of("네이버") == 6);
    CHECK(columns_of("\U0001F680!") == 3);

    TextTable table{{"firm", "staff"}, 5};
    table.add({"네이버", "1"});
    table.add({"Zürich", "2"});
    table.add({"Exact", "3"});
    CHECK(table.text(TableStyle::plain) == "firm   staff\n"
                                           "네이…      1\n"
                                           "Züri…      2\n"
                                           "Exact      3\n");
}

TEST_CASE("numbers are short, and a dash where there is none") {
    double const none = std::numeric_limits<double>::quiet_NaN();
    CHECK(whole(1234567.4) == "1,234,567");
    CHECK(whole(9'999'999.0) == "9,999,999");
    CHECK(whole(50'400'028.0) == "50.4M");
    CHECK(whole(999.5) == "1,000");
    CHECK(whole(-0.4) == "0");
    CHECK(whole(-0.5) == "-1");
    CHECK(whole(0.5) == "1");
    CHECK(whole(-1234.0) == "-1,234");
    CHECK(whole(none) == "–");
    CHECK(signed_whole(12.0) == "+12");
    CHECK(signed_whole(-0.2) == "+0");
    CHECK(signed_whole(-4321.0) == "-4,321");
    CHECK(signed_whole(none) == "–");
    CHECK(percent(0.0123) == "1.23%");
    CHECK(percent(0.123) == "12.3%");
    CHECK(percent(0.09996) == "10.0%");
    CHECK(percent(none) == "–");
    CHECK(signed_percent(0.0025) == "+0.25%");
    CHECK(signed_percent(-0.2) == "-20.0%");
    CHECK(signed_percent(std::numeric_limits<double>::infinity()) == "–");
    CHECK(rounded(950.0) == "950");
    CHECK(rounded(203'400.0) == "203k");
    CHECK(rounded(999'700.0) == "1M");
    CHECK(rounded(1'380'000.0) == "1.38M");
    CHECK(rounded(none) == "–");
}
