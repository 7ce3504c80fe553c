"""How the figures of this folder look."""

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402  (the backend comes first)

# Told apart by the colour-blind, too: Okabe & Ito (2008), and a purple.
BLUE, ORANGE, GREEN, PURPLE, SKY, YELLOW = ("#0072b2", "#d55e00", "#009e73", "#7b3294", "#56b4e9",
                                            "#e69f00")
GREY = "#5a5a5a"

STYLE = {
    "svg.fonttype": "none",       # text stays text: small, searchable
    "svg.hashsalt": "talentsim",  # the same input gives the same file
    "font.family": "sans-serif",
    "font.sans-serif": ["Helvetica", "Arial", "DejaVu Sans", "sans-serif"],
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "xtick.color": GREY,
    "ytick.color": GREY,
}
plt.rcParams.update(STYLE)


def say_below_title(axes, text):
    axes.text(0, 1.025, text, transform=axes.transAxes, color=GREY)


def save(figure, path):
    is_svg = path.suffix == ".svg"
    figure.savefig(path, facecolor="white", dpi=150, metadata={"Date": None} if is_svg else None)
