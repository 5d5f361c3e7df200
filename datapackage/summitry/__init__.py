"""Who met whom, and who said what, as data: news articles in, tidy and checked tables out."""
