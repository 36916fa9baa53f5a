namespace HealthNlp.Dates;

/// <summary>What a mention of time is.</summary>
public enum DateKind
{
    /// <summary>A date of the calendar, whole or in part: <c>12/03/2024</c>, <c>mars 2023</c>, <c>24/11</c>.</summary>
    Absolute,

    /// <summary>A date told by its distance from another: <c>il y a 3 jours</c>, <c>J5</c>, <c>la veille</c>.</summary>
    Relative,

    /// <summary>A length of time: <c>10 jours</c>, <c>48 h</c>.</summary>
    Duration,

    /// <summary>The time between two dates: <c>14 au 22 mai 2025</c>.</summary>
    Period,

    /// <summary>A time of the day: <c>21h30</c>.</summary>
    Time,

    /// <summary>An age: <c>78 ans</c>, <c>34 SA</c>.</summary>
    Age,
}

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the week, from Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the season.</summary>
    Season,

    /// <summary>To the year.</summary>
    Year,
}

/// <summary>A season of the northern hemisphere, by whole months: the year of a winter is that of its January.</summary>
public enum Season
{
    /// <summary>March to May.</summary>
    Spring,

    /// <summary>June to August.</summary>
    Summer,

    /// <summary>September to November.</summary>
    Autumn,

    /// <summary>December to February.</summary>
    Winter,
}

/// <summary>Which part of a month or a year is meant.</summary>
public enum DatePart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its first third: <c>début mars</c>.</summary>
    Start,

    /// <summary>Its second third: <c>mi-mars</c>.</summary>
    Middle,

    /// <summary>Its last third: <c>fin 2021</c>.</summary>
    End,
}

/// <summary>Why a written date is none.</summary>
public enum DateProblem
{
    /// <summary>The date may be right.</summary>
    None,

    /// <summary>The month has no such day: <c>31/02/2024</c>.</summary>
    NoSuchDay,

    /// <summary>There is no such month: <c>12/13/2024</c>.</summary>
    NoSuchMonth,

    /// <summary>The year lacks a digit: <c>12/03/204</c>.</summary>
    YearCutShort,
}

/// <summary>A unit of time.</summary>
public enum TimeUnit
{
    /// <summary>Years.</summary>
    Years,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Weeks.</summary>
    Weeks,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Seconds.</summary>
    Seconds,
}

/// <summary>On which side of its reference a relative date lies.</summary>
public enum DateDirection
{
    /// <summary>Not a relative date, or the day of the reference itself.</summary>
    None,

    /// <summary>Before: <c>il y a 3 jours</c>.</summary>
    Past,

    /// <summary>After: <c>dans 3 mois</c>.</summary>
    Future,
}

/// <summary>What a date was computed from.</summary>
public enum DateReference
{
    /// <summary>Nothing: the date is whole as written, or no reference is known.</summary>
    None,

    /// <summary><see cref="Document.Written"/>.</summary>
    Written,

    /// <summary><see cref="Document.Discharge"/>.</summary>
    Discharge,

    /// <summary><see cref="Document.Admission"/>.</summary>
    Admission,

    /// <summary>The latest whole date of the header or signature.</summary>
    Header,

    /// <summary>The event of <see cref="DateMention.Anchor"/>; its day is known only for the admission and the discharge.</summary>
    Anchor,

    /// <summary>Another date of the text.</summary>
    Mention,
}

/// <summary>A number of units of time.</summary>
/// <param name="Value">How many; at least 0.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct TimeAmount(decimal Value, TimeUnit Unit);
