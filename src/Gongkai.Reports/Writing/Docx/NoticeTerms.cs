namespace Gongkai.Reports.Writing.Docx;

/// <summary>通知里由发文的人定的几项。</summary>
/// <param name="Office">发文单位，如「清溪县人民政府办公室」；不写时留一道横线待填。</param>
/// <param name="Date">成文日期。</param>
/// <param name="Due">何时以前重新报送。</param>
/// <param name="DueIsProvisional">报送日期是按尚未公布的放假安排推算的。</param>
public sealed record NoticeTerms(string? Office, DateOnly Date, DateOnly Due, bool DueIsProvisional = false)
{
    /// <summary>默认给几个工作日。</summary>
    public const int DefaultWorkingDays = 5;

    /// <summary>成文日期之后 5 个工作日为期。</summary>
    /// <param name="office">发文单位；不写时留一道横线待填。</param>
    /// <param name="date">成文日期。</param>
    /// <param name="workingDays">给几个工作日。</param>
    public static NoticeTerms DueAfter(string? office, DateOnly date, int workingDays = DefaultWorkingDays)
    {
        var due = PublishedHolidays.Calendar.WorkingDaysAfter(date, workingDays);
        return new NoticeTerms(office, date, due.Date, due.IsProvisional);
    }
}
