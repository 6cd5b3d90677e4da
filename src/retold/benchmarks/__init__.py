"""The quality gate: how well the engines do on planted stories and on real corpora, against pinned floors.

In: the folder of the corpora (none for planted stories). Out: figures with the hashes of the data that they were
measured on, and what of them is under its floor. A bench measures; `floors` compares; neither knows a terminal.
"""
