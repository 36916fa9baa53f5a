namespace HealthNlp.Interop;

/// <summary>What is around the documents of a page. Dark text on light colors: a contrast of at least 7 to 1.</summary>
internal static class HtmlPage
{
    internal const int ColorCount = 12;

    internal static ReadOnlySpan<byte> Start => """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>HealthNlp</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; color: #111; background: #fff; margin: 1rem auto; max-width: 90rem; padding: 0 1rem }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #767676; padding: 1rem; font: inherit }
        mark { color: #111; border-bottom: 2px solid #555; padding: 0 .1em }
        mark.nested { border-bottom-style: double; border-bottom-width: 4px }
        pre small { font-size: .65em; color: #444; margin: 0 .4em 0 .1em; vertical-align: super; user-select: none }
        .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem }
        .sides a { color: #111; padding: 0 .1em }
        .sides a:focus-visible, .sides a:target { outline: 3px solid #8b0000 }
        mark.kept { border-bottom-style: dashed }
        .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem }
        table { border-collapse: collapse; width: 100% }
        th, td { border: 1px solid #767676; padding: .2rem .5rem; text-align: left; overflow-wrap: anywhere }
        summary { font-weight: bold; margin: 1rem 0 .5rem }
        article { border-top: 2px solid #111; margin-top: 2rem }
        .error { color: #8b0000; font-weight: bold }
        .notice { font-style: italic }
        .c0 { background: #ffe08a } .c1 { background: #b8e0ff } .c2 { background: #c8f0c0 } .c3 { background: #ffd0d0 }
        .c4 { background: #e0d0ff } .c5 { background: #ffd9b0 } .c6 { background: #c0f0f0 } .c7 { background: #f5d0f0 }
        .c8 { background: #e8e8a8 } .c9 { background: #d8d8d8 } .c10 { background: #d0e8d8 } .c11 { background: #f0d8c0 }
        </style>
        </head>
        <body>
        <main>
        <h1>HealthNlp</h1>

        """u8;

    internal static ReadOnlySpan<byte> End => "</main>\n</body>\n</html>\n"u8;
}
