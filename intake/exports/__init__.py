"""One opened report as a file of its own: the record (JSON), a page (HTML) or sheets (PDF).

From here on words are readable: nothing in this package writes a file or keeps what it was given.
"""
