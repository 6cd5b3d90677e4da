"""Weights of the signs by which versions of one page are ordered; see `training/train_revisions.py`.

Fitted on 268 histories of Wikipedia pages (wikiversions, dev; SHA-256 b29db5477d81a8bc…, decay 10).
Cross-fitted by halves of the pages: edge F1 0.8737, direction right 0.882.
"""

from __future__ import annotations

WEIGHTS = {
    "runs: distance": 0.73968,
    "runs: log distance": -0.2428,
    "runs: log changed": -0.085471,
    "runs: between": 3.0457,
    "runs: between only": -8.2333,
    "runs: share between": -3.1531,
    "runs: excess": 0.1871,
    "runs: private": 0.38576,
    "runs: private share": -1.5253,
    "runs: longer": 0.10388,
    "runs: log length": -0.256,
    "runs: more added": 0.16764,
    "runs: added": 0.046757,
    "runs: dropped": -2.1714,
    "sentences: distance": -0.16968,
    "sentences: log distance": -0.096222,
    "sentences: log changed": 0.22594,
    "sentences: between": -0.4951,
    "sentences: between only": -7.3676,
    "sentences: share between": -0.12778,
    "sentences: excess": -0.15554,
    "sentences: private": 0.091033,
    "sentences: private share": 1.4919,
    "sentences: longer": 0.06735,
    "sentences: log length": 0.40369,
    "sentences: more added": -0.15396,
    "sentences: added": -2.0958,
    "sentences: dropped": -0.85589,
    "later year": 0.39126,
    "years apart": -0.040508,
    "later day": 0.68979,
    "log days": -0.059732,
    "log days apart": -0.08572,
    "names a day": -0.13906,
    "length rank from": -0.018377,
    "length rank to": 0.52096,
}
