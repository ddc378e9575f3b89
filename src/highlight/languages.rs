//! The languages, by the names that fences give them. Reads no grammar.

/// A language: its names in lower case, the usual one first, and its grammar.
pub(super) struct Language {
    pub(super) names: &'static [&'static str],
    pub(super) grammar: &'static str,
}

macro_rules! language {
    ($file:literal: $($name:literal),+) => {
        Language { names: &[$($name),+], grammar: include_str!(concat!("grammars/", $file, ".yaml")) }
    };
}

pub(super) const LANGUAGES: &[Language] = &[
    language!("bash": "bash", "sh", "shell", "zsh", "azurecli", "azurecli-interactive"),
    language!("batch": "batch", "bat", "cmd", "dos"),
    language!("bicep": "bicep"),
    language!("c": "c", "cpp", "c++", "h", "hpp"),
    language!("console": "console", "shell-session", "shellsession", "terminal", "cli", "prompt", "output-console"),
    language!("csharp": "csharp", "cs", "c#"),
    language!("css": "css", "scss", "sass", "less"),
    language!("diff": "diff", "patch"),
    language!("dockerfile": "dockerfile", "docker", "containerfile"),
    language!("go": "go", "golang"),
    language!("html": "html", "htm", "vue", "svelte", "astro", "handlebars", "jinja", "liquid", "cshtml", "razor"),
    language!("http": "http", "rest"),
    language!("ini": "ini", "cfg", "conf", "properties", "env", "dotenv", "reg", "registry", "editorconfig", "systemd"),
    language!("java": "java", "kotlin", "kt"),
    language!("javascript": "javascript", "js", "mjs", "cjs", "jsx", "typescript", "ts", "tsx", "mts", "cts"),
    language!("json": "json", "jsonc", "json5", "jsonl", "webmanifest"),
    language!("kql": "kql", "kusto"),
    language!("markdown": "markdown", "md", "mdx"),
    language!("php": "php"),
    language!("powershell": "powershell", "ps1", "psm1", "psd1", "ps", "pwsh", "azurepowershell", "azurepowershell-interactive", "powershell-interactive"),
    language!("python": "python", "py", "py3", "pycon"),
    language!("ruby": "ruby", "rb"),
    language!("rust": "rust", "rs"),
    language!("sql": "sql", "tsql", "t-sql", "mysql", "pgsql", "postgresql", "sqlite"),
    language!("toml": "toml"),
    language!("vb": "vb", "vbnet", "vba", "vbs", "vbscript"),
    language!("xml": "xml", "xaml", "svg", "csproj", "xsd", "xsl", "plist", "rss"),
    language!("yaml": "yaml", "yml", "azurepipelines", "docker-compose"),
];

/// The index of the language with a name, in letters of any case.
pub(super) fn find(name: &str) -> Option<usize> {
    let named = |language: &Language| language.names.iter().any(|known| known.eq_ignore_ascii_case(name));
    LANGUAGES.iter().position(named)
}
