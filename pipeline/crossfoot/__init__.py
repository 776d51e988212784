"""crossfoot: reads business news, pulls out every stated figure, and shows where articles disagree."""
