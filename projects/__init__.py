"""Districts, projects and their team, plan, meetings, partners, budget and end report. Knows mixen.accounts only."""
