"""Articles in: files, pages and lines become an Article, or a Rejected with its reason."""
