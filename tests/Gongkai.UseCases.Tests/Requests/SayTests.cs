using Gongkai.UseCases.Requests;

namespace Gongkai.UseCases.Tests.Requests;

public class SayTests
{
    [Theory]
    [InlineData("2027-01-01", "元旦")]
    [InlineData("2027-05-02", "劳动节")]
    [InlineData("2030-10-03", "国庆节")]
    public void A_provisional_date_on_a_fixed_holiday_is_said_to_move(string day, string holiday) =>
        Assert.Contains($"那一天是{holiday}，公布之后期限会往后移", Say.Provisional(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), StringComparison.Ordinal);

    [Theory]
    [InlineData("2027-01-04")]
    [InlineData("2027-05-03")]
    public void Another_provisional_date_is_only_said_to_be_provisional(string day) =>
        Assert.Equal("那时的放假安排还没有公布", Say.Provisional(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
