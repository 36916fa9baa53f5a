namespace HealthNlp.Text;

/// <summary>Finds words and numbers that a scanner wrote with one space after each character: four letters or four digits at least.</summary>
internal static class SpacedCharacters
{
    private const int Fewest = 4;

    internal static List<TextEdit> Find(string raw)
    {
        var edits = new List<TextEdit>();
        for (var i = 0; i < raw.Length;)
        {
            if (!IsSingle(raw, i))
            {
                i++;
                continue;
            }

            var last = i;
            while (last + 2 < raw.Length && IsSpace(raw[last + 1]) && IsSingle(raw, last + 2) && SameClass(raw[i], raw[last + 2])) last += 2;
            if ((last - i) / 2 + 1 >= Fewest)
            {
                for (var space = i + 1; space < last; space += 2) edits.Add(new TextEdit(space, space + 1, ""));
            }

            i = last + 1;
        }

        return edits;
    }

    private static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u202F';

    private static bool IsSingle(string raw, int i) =>
        char.IsLetterOrDigit(raw[i]) && (i == 0 || !IsWordPart(raw[i - 1])) && (i + 1 == raw.Length || !IsWordPart(raw[i + 1]));

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’' or '-' || LatinLetters.IsCombining(c);

    private static bool SameClass(char first, char other) => char.IsDigit(first) == char.IsDigit(other)
        && (char.IsDigit(first) || char.IsUpper(other) || char.IsLower(first) == char.IsLower(other) || char.IsLower(other));
}
