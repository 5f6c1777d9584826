rootProject.name = "tutorial"
