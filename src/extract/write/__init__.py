"""Room 6: how does a person want it? Tables, workbook, review pages, plots and texts, put in place in one step."""
