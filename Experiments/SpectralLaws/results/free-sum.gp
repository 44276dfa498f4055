# Run inside this folder: gnuplot free-sum.gp
# Saddlery 0.1.0
# model: GOE + Wishart
# seed: 1
# convention: edge 1 of the GOE part, X Xᵀ/n of variance 1
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.255
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Independent matrices add up freely' at graph 0.5, screen 0.965 center font ',13.0'
set label 'eigenvalue of M + X Xᵀ/n' at graph 0.5, screen 0.1625 center font ',12.0'
set ylabel 'probability density' font ',12.0'
set yrange [0.0:0.5120345774463215]

set label 'M a GOE matrix of edge 1, X 300 x 600 of variance 1; 40 samples, seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set object rectangle from screen 0.14913, 0.10375 to screen 0.19247, 0.12375 fc rgb '#B07F7F7F' fs solid noborder
set label 'two standard errors' at screen 0.20413, 0.11375 left font ',10.5'
set arrow from screen 0.50833, 0.11375 to screen 0.55167, 0.11375 nohead lw 2.2 lc rgb '#000000'
set label 'measured' at screen 0.56333, 0.11375 left font ',10.5'
set arrow from screen 0.14913, 0.07625 to screen 0.19247, 0.07625 nohead lw 2.2 lc rgb '#D55E00'
set label 'semicircle ⊞ Marchenko-Pastur' at screen 0.20413, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'free-sum.svg'
plot \
  'free-sum.csv' using 1:2:3 with filledcurves fc rgb '#B07F7F7F' fs solid noborder title 'two standard errors', \
  'free-sum.csv' using 4:5 with lines lw 2.2 lc rgb '#000000' title 'measured', \
  'free-sum.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' title 'semicircle ⊞ Marchenko-Pastur'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'free-sum.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'free-sum.png'
replot
unset output
