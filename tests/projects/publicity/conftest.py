from tests.projects.stage import cast, stage

__all__ = ["cast", "stage"]
