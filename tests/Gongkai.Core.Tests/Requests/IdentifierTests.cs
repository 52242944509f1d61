using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;

namespace Gongkai.Core.Tests.Requests;

public class IdentifierTests
{
    [Theory]
    [InlineData("11341702486344515H", true)]
    [InlineData("11370900004341590P", true)]
    [InlineData("12620600MB0523338C", true)]
    [InlineData("11341702003256079T", true)]
    [InlineData("91110000101623741K", true)]
    [InlineData("91350211M0000XUF46", false)]
    [InlineData("91350211M0000XUF4R", true)]
    public void The_check_digit_of_a_credit_code(string code, bool right) => Assert.Equal(right, CreditCode.HasRightCheckDigit(code));

    [Theory]
    [InlineData("1134170248634451")]
    [InlineData("11341702486344515I")]
    [InlineData("１１341702486344515H")]
    public void A_malformed_credit_code_is_seen(string code) => Assert.False(CreditCode.IsWellFormed(code));

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("11010519491231002x", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("110105194913310021", false)]
    [InlineData("110105209912310029", false)]
    [InlineData("", false)]
    public void A_resident_number_needs_its_date_and_check_digit(string number, bool valid) =>
        Assert.Equal(valid, ResidentNumber.IsValid(number, new DateOnly(2026, 1, 1)));
}
